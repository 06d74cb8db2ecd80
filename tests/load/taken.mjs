import { readFileSync, writeFileSync } from 'node:fs'

const KIBIBYTES = 1024

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

/** What it has in memory now, in MiB; NaN where nobody tells. */
export function residentOf(pid) {
  return told(pid, /VmRSS:\s+(\d+)/)
}

function told(pid, which) {
  try {
    const [, kilobytes] = which.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Math.round(Number(kilobytes) / KIBIBYTES)
  } catch {
    return NaN
  }
}
