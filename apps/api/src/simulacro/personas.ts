import { createHash } from 'node:crypto'
import type { Sexo } from '@conoceles/domain'
import { JOINED_SURNAMES, NAMES_OF_MEN, NAMES_OF_WOMEN, NICKNAMES, SURNAMES } from './names.ts'
import type { Random } from './random.ts'
import type { PersonaSimulada } from './types.ts'

export interface PersonaWish {
  sexo: Sexo
  /** Full years on the day of the jornada, both included. */
  edad: [from: number, to: number]
}

/** Makes personas one after another; no two of them share a full name. */
export function createPersonas({ semilla, jornada, random }: { semilla: number; jornada: string; random: Random }) {
  const taken = new Set<string>()
  let made = 0
  return ({ sexo, edad }: PersonaWish): PersonaSimulada => {
    made += 1
    return {
      id: uuidOf(`${semilla}:persona:${made}`),
      ...uniqueName(sexo, { random, taken }),
      apodo: random.chance(0.12) ? random.pick(NICKNAMES[sexo]) : null,
      sexo,
      fechaNacimiento: birthDate(jornada, { edad, random }),
    }
  }
}

type FullName = Pick<PersonaSimulada, 'nombre' | 'primerApellido' | 'segundoApellido'>

function uniqueName(sexo: Sexo, { random, taken }: { random: Random; taken: Set<string> }): FullName {
  for (;;) {
    const name = drawName(sexo, random)
    const key = `${name.nombre} ${name.primerApellido} ${name.segundoApellido ?? ''}`
    if (!taken.has(key)) {
      taken.add(key)
      return name
    }
  }
}

function drawName(sexo: Sexo, random: Random): FullName {
  const given = { mujer: NAMES_OF_WOMEN, hombre: NAMES_OF_MEN, no_binario: random.chance(0.5) ? NAMES_OF_WOMEN : NAMES_OF_MEN }[sexo]
  return {
    nombre: drawGivenNames(given, random),
    primerApellido: random.chance(0.01) ? random.pick(JOINED_SURNAMES) : random.pick(SURNAMES),
    segundoApellido: random.chance(0.015) ? null : random.pick(SURNAMES),
  }
}

/** One of five has two names; never one that repeats the other. */
function drawGivenNames(given: string[], random: Random): string {
  const first = random.pick(given)
  const second = random.pick(given)
  const joined = `${first} ${second}`
  return random.chance(0.2) && new Set(joined.split(' ')).size === 2 ? joined : first
}

function birthDate(jornada: string, { edad: [from, to], random }: { edad: [number, number]; random: Random }): string {
  const [year = 0, month = 0, day = 0] = jornada.split('-').map(Number)
  const daysBefore = random.int(0, 364)
  const date = new Date(Date.UTC(year - random.int(from, to), month - 1, day - daysBefore))
  return date.toISOString().slice(0, 10)
}

/** Shaped like a UUID of version 5: the same name gives the same id. */
export function uuidOf(name: string): string {
  const hex = createHash('sha1').update(name).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16)
  return [hex.slice(0, 8), hex.slice(8, 12), `5${hex.slice(13, 16)}`, `${variant}${hex.slice(18, 20)}`, hex.slice(20, 32)].join('-')
}
