/** What a socket's page is told when its session or membership is over. */
export const signedOut = 4403
/** Kept with a socket while the object sleeps. */
export interface Watcher {
  until: number
}

/** A session that nobody ended ends by itself, while its page may still be open. */
export const sendTo = (socket: WebSocket, text: string, now: number): void => {
  if ((socket.deserializeAttachment() as Watcher).until > now) socket.send(text)
  else socket.close(signedOut, 'Signed out')
}
