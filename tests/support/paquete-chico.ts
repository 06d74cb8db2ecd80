import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PAQUETES } from './paquete.ts'

/** Places that stay: the whole entidad, and what the secciones of two municipios need. */
const LUGARES = ['17', 'D03', 'D11', '17001', '17002']
const PERSONAS = 500

/**
 * Writes the pack of Morelos 2024 with a few of its places, and few people in them: of what a test does once for every candidatura, five hundred
 * show as much as four thousand.
 */
export function escribirPaqueteChico(folder: string): string {
  cpSync(join(PAQUETES, 'morelos-2024'), folder, { recursive: true })
  const within = (...claves: (string | undefined)[]) => claves.every((clave) => clave === undefined || LUGARES.includes(clave))
  change(folder, 'demarcaciones', (all: { clave: string }[]) => all.filter(({ clave }) => within(clave)))
  change(folder, 'lugares', (all: { demarcacion?: string }[]) => all.filter(({ demarcacion }) => within(demarcacion)))
  change(folder, 'secciones', (all: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(all).filter(([, places]) => within(...places))),
  )
  change(folder, 'postulaciones', (all: { demarcaciones: string[] }[]) =>
    all
      .map((each) => ({ ...each, demarcaciones: each.demarcaciones.filter((clave) => within(clave)) }))
      .filter(({ demarcaciones }) => demarcaciones.length > 0),
  )
  change(folder, 'mosaicos', (all: { teselas: { clave: string }[] }[]) =>
    all.map((each) => ({ ...each, teselas: each.teselas.filter(({ clave }) => within(clave)) })),
  )
  const paquete = join(folder, 'paquete.json')
  const head = read<{ simulacro: object }>(paquete)
  writeFileSync(paquete, JSON.stringify({ ...head, simulacro: { ...head.simulacro, personas: PERSONAS } }))
  return folder
}

/** Each of these files holds one value under its own name. */
function change<T>(folder: string, name: string, to: (value: T) => unknown): void {
  const path = join(folder, `${name}.json`)
  const file = read<Record<string, T>>(path)
  writeFileSync(path, JSON.stringify({ ...file, [name]: to(file[name] as T) }))
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T
}
