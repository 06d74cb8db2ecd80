/** Tells the other tabs of this browser that an account left, and that this machine forgot its data. */
const channel = new BroadcastChannel('conoceles-salida')

export function tellLeft(cuentaId: string): void {
  channel.postMessage(cuentaId)
}

export function whenLeftElsewhere(then: (cuentaId: string) => void): void {
  channel.addEventListener('message', ({ data }: MessageEvent<string>) => then(data))
}
