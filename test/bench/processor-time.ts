import { readFileSync } from 'node:fs'

/** Processor time of a process so far, in milliseconds (proc(5): utime and stime, in ticks of 10 ms). Linux only. */
export const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
