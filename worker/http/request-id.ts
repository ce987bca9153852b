/** Cloudflare’s ray, or one of ours in the same form: nothing that a client writes there in any other form gets into a log. */
const ray = /^[\da-f]{16}(?:-[A-Z]{3})?$/

/** What names a request in the log, in `x-request-id`, and to the person who is told of a fault: its `cf-ray`, or 16 random hexadecimal digits. */
export const requestIdOf = (request: Request): string => {
  const said = request.headers.get('cf-ray') ?? ''
  return ray.test(said) ? said : crypto.getRandomValues(new Uint8Array(8)).toHex()
}
