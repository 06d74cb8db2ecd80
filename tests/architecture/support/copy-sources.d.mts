export function copySources(from: string, to: string): void
