import { createServer } from 'node:net'

/** Stands for a mail relay: takes every mail, and keeps what it was given, commands and mails. */
export const mailRelay = () => {
  let relayed = ''
  const server = createServer((socket) => {
    let inMail = false
    socket.write('220 relay.example ready\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      relayed += chunk.toString()
      for (const line of chunk.toString().split('\r\n').slice(0, -1)) {
        if (inMail && line !== '.') continue
        if (line.startsWith('EHLO')) socket.write('250-relay.example\r\n250 8BITMIME\r\n')
        else if (line === 'DATA') socket.write('354 go on\r\n')
        else if (line !== 'QUIT') socket.write('250 ok\r\n')
        inMail = line === 'DATA'
      }
    })
  })
  return {
    listen: (port: number) => server.listen(port, '127.0.0.1'),
    close: () => server.close(),
    said: () => relayed,
    forget: () => (relayed = ''),
  }
}
