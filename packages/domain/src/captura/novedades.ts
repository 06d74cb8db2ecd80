import type { Rol } from '../acceso/permisos.ts'
import { longDate } from '../base/fecha.ts'
import { keysOf, isOneOf } from '../base/typed.ts'

interface Novedad {
  /** Sentence about one candidatura and about {n}; the day on which a term ends goes in {dia}. */
  dicho: readonly [uno: string, varias: string]
  /** Roles to which it is told. */
  roles: readonly Rol[]
  /** Told by mail at once to an account that asked for that; the others wait for its summary. */
  urgente?: true
}

const PARTY = ['captura', 'validacion'] as const

/** Facts of a candidatura that an account is told of, in the order of the page. */
const TABLE = {
  plazo: {
    dicho: [
      'Falta enviar 1 candidatura al instituto: su captura vence el {dia}, 23:59',
      'Faltan por enviar {n} candidaturas al instituto: su captura vence el {dia}, 23:59',
    ],
    roles: [...PARTY, 'secretaria'],
    urgente: true,
  },
  plazo_observacion: {
    dicho: [
      'Falta corregir 1 candidatura observada: vence el {dia}, 23:59',
      'Faltan por corregir {n} candidaturas observadas: vencen el {dia}, 23:59',
    ],
    roles: PARTY,
    urgente: true,
  },
  observada: { dicho: ['El instituto observó 1 candidatura', 'El instituto observó {n} candidaturas'], roles: PARTY, urgente: true },
  completa: {
    dicho: ['1 candidatura está completa y espera su validación', '{n} candidaturas están completas y esperan su validación'],
    roles: ['validacion'],
  },
  correccion_aceptada: {
    dicho: ['El instituto aceptó corregir 1 candidatura', 'El instituto aceptó corregir {n} candidaturas'],
    roles: PARTY,
    urgente: true,
  },
  correccion_rechazada: {
    dicho: ['El instituto no aceptó corregir 1 candidatura', 'El instituto no aceptó corregir {n} candidaturas'],
    roles: PARTY,
    urgente: true,
  },
  observacion_cerrada: {
    dicho: ['El instituto cerró observaciones de 1 candidatura', 'El instituto cerró observaciones de {n} candidaturas'],
    roles: PARTY,
  },
  pausada: {
    dicho: ['El instituto pausó secciones públicas de 1 candidatura', 'El instituto pausó secciones públicas de {n} candidaturas'],
    roles: PARTY,
  },
  reanudada: {
    dicho: ['El instituto terminó la pausa de 1 candidatura', 'El instituto terminó la pausa de {n} candidaturas'],
    roles: PARTY,
  },
  validada: { dicho: ['1 candidatura llegó a revisión', '{n} candidaturas llegaron a revisión'], roles: ['verificacion'] },
  respondida: {
    dicho: ['Respondieron observaciones de 1 candidatura', 'Respondieron observaciones de {n} candidaturas'],
    roles: ['verificacion'],
    urgente: true,
  },
  correccion_pedida: { dicho: ['Piden corregir 1 candidatura', 'Piden corregir {n} candidaturas'], roles: ['verificacion'], urgente: true },
  verificada: { dicho: ['El instituto verificó 1 candidatura', 'El instituto verificó {n} candidaturas'], roles: [...PARTY, 'secretaria'] },
  publicada: {
    dicho: ['1 candidatura verificada ya es pública', '{n} candidaturas verificadas ya son públicas'],
    roles: [...PARTY, 'secretaria'],
  },
  salida: {
    dicho: ['1 candidatura fue sustituida o cancelada', '{n} candidaturas fueron sustituidas o canceladas'],
    roles: [...PARTY, 'verificacion', 'secretaria'],
  },
} as const satisfies Record<string, Novedad>

export type TipoNovedad = keyof typeof TABLE
export const TIPOS_NOVEDAD = keysOf(TABLE)

/** Kinds that a role is told of, in the order of the page. */
export function novedadesOf(rol: Rol): TipoNovedad[] {
  return TIPOS_NOVEDAD.filter((tipo) => isOneOf<Rol>(TABLE[tipo].roles, rol))
}

/** A fact of so many candidaturas, in words. */
export function novedadEnPalabras(tipo: TipoNovedad, { cuantas, vence }: { cuantas: number; vence: string | null }): string {
  const [uno, varias] = TABLE[tipo].dicho
  const said = cuantas === 1 ? uno : varias.replace('{n}', cuantas.toLocaleString('es-MX'))
  return vence === null ? said : said.replace('{dia}', longDate(vence))
}

export function esUrgente(tipo: TipoNovedad): boolean {
  return 'urgente' in TABLE[tipo]
}

/** Hours before the end of a term at which it is told. */
export const HORAS_PLAZO = [72, 24, 1] as const

/** `terminadas`: only that a persona said that she ended, as before anybody chose. `momento`: terms and observaciones within minutes. */
export const CORREOS_NOVEDADES = ['terminadas', 'ninguno', 'resumen', 'momento'] as const
export type CorreoNovedades = (typeof CORREOS_NOVEDADES)[number]

/** Mail that an account may choose; the first one holds until it does. */
export function correosNovedadesOf(rol: Rol): CorreoNovedades[] {
  return CORREOS_NOVEDADES.filter((correo) => correo !== 'terminadas' || rol === 'validacion')
}
