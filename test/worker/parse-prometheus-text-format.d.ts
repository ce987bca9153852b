/** The package has no types of its own. */
declare module 'parse-prometheus-text-format' {
  const parse: (
    text: string,
  ) => { name: string; help: string; type: string; metrics: { labels?: Record<string, string>; value?: string }[] }[]
  export default parse
}
