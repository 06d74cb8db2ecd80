/** Stops in order, once, on the signal of the operator or the parent process. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const obey = async () => {
    if (stopping) return
    stopping = true
    process.stdout.write('\nDeteniendo…\n')
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void obey())
}
