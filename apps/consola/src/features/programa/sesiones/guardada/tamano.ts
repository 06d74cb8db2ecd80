const KB = 1_000
const MB = 1_000_000

/** "46 KB", "1.2 MB". */
export function tamanoText(bytes: number): string {
  if (bytes < MB) return `${Math.max(1, Math.round(bytes / KB)).toLocaleString('es-MX')} KB`
  return `${(bytes / MB).toLocaleString('es-MX', { maximumFractionDigits: 1 })} MB`
}
