import { isConfirmada, type Sourced } from '../base/sourced.ts'

/** A text of the letterhead; null: nobody gave it. */
export interface TextoMembrete extends Sourced {
  texto: string | null
}

/** Lema of a year, with the decree or acuerdo that set it; first and last day, both included. */
export interface LemaPack extends Sourced {
  texto: string
  desde: string
  hasta: string | null
  decreto: string
}

/** Letterhead and habits of the institute's documents. What nobody confirmed stays off the paper. */
export interface MembretePack {
  /** Name in full. */
  nombre: TextoMembrete
  /** Area that issues them. */
  area: TextoMembrete
  /** Emblem as a PNG in base64; null: nobody gave it. */
  emblema: { png: string | null } & Sourced
  domicilio: TextoMembrete
  telefono: TextoMembrete
  sitio: TextoMembrete
  lemas: LemaPack[]
  /** Words above a signature, and those that close an addressee. */
  firma: { rotulo: string; presente: string } & Sourced
  /** Words before and after a copy, and the copies that every document has. */
  copias: { prefijo: string; nota: string; siempre: string[] } & Sourced
  /** Typeface of the editable document; the PDF has the one that is inside it. */
  tipografia: { texto: string } & Sourced
}

/** Letterhead as it is printed on a day. */
export interface Membrete {
  nombre: string
  area: string | null
  /** PNG in base64. */
  emblema: string | null
  lema: string | null
  /** Address, telephone and site. */
  pie: string[]
  rotulo: string
  presente: string
  copias: { prefijo: string; nota: string; siempre: string[] }
  tipografia: string
}

const PIE = ['domicilio', 'telefono', 'sitio'] as const

/** In a proceso that was loaded before there was a letterhead, the name of the institute stands alone. */
export function membreteDe(pack: MembretePack | undefined, { instituto, dia }: { instituto: string; dia: string }): Membrete {
  if (!pack) return { ...PLAIN, nombre: instituto }
  const { firma, copias, tipografia } = pack
  return {
    nombre: confirmado(pack.nombre) ?? instituto,
    area: confirmado(pack.area),
    emblema: isConfirmada(pack.emblema.confianza) ? pack.emblema.png : null,
    lema: lemaEl(pack, dia),
    pie: PIE.flatMap((part) => confirmado(pack[part]) ?? []),
    rotulo: firma.rotulo,
    presente: firma.presente,
    copias: { prefijo: copias.prefijo, nota: copias.nota, siempre: copias.siempre },
    tipografia: tipografia.texto,
  }
}

const PLAIN: Omit<Membrete, 'nombre'> = {
  ...{ area: null, emblema: null, lema: null, pie: [], rotulo: 'ATENTAMENTE', presente: 'PRESENTE' },
  ...{ copias: { prefijo: 'C.c.p.', nota: '', siempre: [] }, tipografia: 'Times New Roman' },
}

function confirmado({ texto, confianza }: TextoMembrete): string | null {
  return isConfirmada(confianza) ? texto : null
}

function lemaEl({ lemas }: MembretePack, dia: string): string | null {
  const current = lemas.find(({ desde, hasta, confianza }) => isConfirmada(confianza) && desde <= dia && (hasta === null || dia <= hasta))
  return current?.texto ?? null
}

/** Parts that the paper goes without, in words: for the institute's screen, never for the paper. */
export function faltanEnMembrete(pack: MembretePack | undefined, dia: string): string[] {
  if (!pack) return ['El membrete: este proceso se cargó antes de que hubiera.']
  const absent = (part: keyof typeof PARTES) => (confirmado(pack[part]) === null ? [PARTES[part]] : [])
  return [
    ...(isConfirmada(pack.emblema.confianza) && pack.emblema.png !== null ? [] : ['El emblema.']),
    ...absent('area'),
    ...PIE.flatMap(absent),
    ...(lemaEl(pack, dia) === null ? ['El lema del año.'] : []),
  ]
}

const PARTES = {
  area: 'El área que emite.',
  domicilio: 'El domicilio.',
  telefono: 'El teléfono.',
  sitio: 'La dirección del sitio.',
} as const
