import { leerJson } from './json.ts'
import { PaqueteError, type Textos } from './textos.ts'

export type Objeto = Record<string, unknown>

/** Value of a file that was validated before: it is JSON, and an object. */
export function objetoDe(textos: Textos, archivo: string): Objeto {
  const leido = leerJson(textos.get(archivo) ?? '')
  if ('falta' in leido) throw new PaqueteError(`${archivo}: ${leido.falta.dice}. ${leido.falta.remedio}.`)
  const { $schema: _esquema, ...resto } = leido.nodo.valor as Objeto
  return resto
}

/** Files of a pack with those that it takes of its base. */
export function conBase(textos: Textos, baseDe: (clave: string) => Textos | null): Textos {
  const { extiende } = objetoDe(textos, 'paquete.json')
  return new Map([...((typeof extiende === 'string' ? baseDe(extiende) : null) ?? []), ...textos])
}
