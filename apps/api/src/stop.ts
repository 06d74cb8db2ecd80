/** Stops in order, once, when whoever started the process says so. */
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
