import { join } from 'node:path'

/** Where a running system writes which database it uses. */
export function runningFile({ datos }: { datos: string }): string {
  return join(datos, 'en-marcha.json')
}
