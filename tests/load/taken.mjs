// Resources that a process takes of the machine; NaN where the system does not tell them (Linux does).
import { readFileSync, writeFileSync } from 'node:fs'

const KIBIBYTES = 1024
const TICKS_PER_SECOND = 100

/** Linux keeps the peak of a process; elsewhere there is none to tell. */
export function resetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, '5')
  } catch {
    // Nothing to reset: the peak is then that of the whole life of the process.
  }
}

/** Most that it ever had in memory, in MiB; NaN where nobody keeps it. */
export function peakOf(pid) {
  return told(pid, /VmHWM:\s+(\d+)/)
}

/** Memory of the process now, in MiB; NaN where the system does not tell it. */
export function residentOf(pid) {
  return told(pid, /VmRSS:\s+(\d+)/)
}

/** Peak memory of the largest process that it started, in MiB. */
export function peakOfStarted(pid) {
  return Math.max(...startedBy(pid).map(peakOf))
}

/** Seconds of processor that it and those that it started took in all their life, those of the kernel for them included. */
export function processorOf(pid) {
  try {
    return [pid, ...startedBy(pid)].map(ticksOf).reduce((sum, ticks) => sum + ticks, 0) / TICKS_PER_SECOND
  } catch {
    return NaN
  }
}

function startedBy(pid) {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)
}

/** proc_pid_stat(5): after the name, which may hold anything, utime and stime are the 12th and 13th. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
  return Number(fields[11]) + Number(fields[12])
}

function told(pid, which) {
  try {
    const [, kilobytes] = which.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / KIBIBYTES)
  } catch {
    return NaN
  }
}
