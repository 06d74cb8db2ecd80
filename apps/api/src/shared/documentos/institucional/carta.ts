import type { Membrete } from '@conoceles/domain'
import type { PdfBlock, PdfDocument } from '../pdf/model.ts'
import { constanciaOf, enMayusculas, enPapel, lugarYFecha, type Constancia } from './papel.ts'

export interface Persona {
  /** Blank while nobody typed it: the paper then goes to the post. */
  nombre: string
  cargo: string
  organo?: string
}

/** An oficio: every part that a council's letter has, in the order in which it is printed. */
export interface Carta {
  /** Names the file, and heads the pages after the first. */
  titulo: string
  /** "OFICIO …"; null: it has none. */
  numero: string | null
  /** Null: nobody confirmed the city. */
  lugar: string | null
  fecha: string
  asunto: string
  destinatarios: Persona[]
  atencion: Persona | null
  cuerpo: PdfBlock[]
  firmas: Persona[]
  /** Names of the attachments, in their order. */
  anexos: string[]
  copias: string[]
  /** "ABC/def", or "Elaboró: … Revisó: …"; null: nobody typed them. */
  iniciales: string | null
  marcas: string[]
  constancia: Constancia
  creadaEn: string
}

/** The letter on the institute's paper. Its proof of integrity stands on a page of its own, after the letter. */
export function toCarta(
  carta: Carta,
  { membrete, instituto, proceso }: { membrete: Membrete; instituto: string; proceso: string },
): PdfDocument {
  return {
    title: carta.titulo,
    institute: instituto,
    proceso,
    foot: carta.titulo,
    notice: null,
    createdAt: carta.creadaEn,
    orientation: 'portrait',
    letter: true,
    membrete: enPapel(membrete, { encabezado: carta.titulo, marcas: carta.marcas }),
    blocks: [
      ...headOf(carta, membrete),
      ...heldTogether(carta.cuerpo),
      { type: 'lines', align: 'center', strong: true, keep: true, lines: [membrete.rotulo] },
      { type: 'signatures', signers: carta.firmas.map(signerOf) },
      ...tailOf(carta, membrete),
      ...constanciaOf(carta.constancia),
    ],
  }
}

function headOf({ numero, lugar, fecha, asunto, destinatarios, atencion }: Carta, { presente }: Membrete): PdfBlock[] {
  return [
    { type: 'lines', align: 'end', strong: false, lines: [...(numero === null ? [] : [numero]), lugarYFecha(lugar, fecha)] },
    { type: 'lines', align: 'end', strong: true, lines: [`ASUNTO: ${asunto}`] },
    { type: 'lines', align: 'start', strong: true, lines: addresseesOf(destinatarios, presente) },
    ...(atencion
      ? [{ type: 'lines' as const, align: 'end' as const, strong: false, lines: ['CON ATENCIÓN A:', ...linesOf(atencion)] }]
      : []),
  ]
}

/** One addressee a line to each part of it; several, a line each. */
function addresseesOf(destinatarios: readonly Persona[], presente: string): string[] {
  const [only, ...others] = destinatarios.map(linesOf)
  if (only && others.length === 0) return [...only.map(enMayusculas), presente]
  const plural = presente.includes(' ') ? `${presente} S` : `${presente}S`
  return [...destinatarios.map((each) => enMayusculas(linesOf(each).join(', '))), plural]
}

/** Two paragraphs at least go to the page of the signature. */
function heldTogether(blocks: readonly PdfBlock[]): PdfBlock[] {
  return blocks.map((block, at) => (block.type === 'paragraph' && at >= blocks.length - 2 ? { ...block, keep: true } : block))
}

function signerOf({ nombre, cargo }: Persona): string[] {
  return [nombre, enMayusculas(cargo)].filter((text) => text !== '')
}

export function linesOf({ nombre, cargo, organo = '' }: Persona): string[] {
  return [nombre, cargo, organo].filter((text) => text !== '')
}

function tailOf({ anexos, copias, iniciales }: Carta, { copias: habit }: Membrete): PdfBlock[] {
  const small = (lines: string[]) => ({ type: 'lines', align: 'start', strong: false, small: true, lines }) as const
  const always = habit.siempre.map(sentence)
  const named = copias.map(sentence).filter((copia) => !always.includes(copia))
  const said = [...named.map((copia) => [copia, habit.nota]), ...always.map((copia) => [copia])].map((parts) =>
    [habit.prefijo, ...parts].filter((part) => part !== '').join(' '),
  )
  const tail = [
    ...(anexos.length > 0 ? [small([anexos.length === 1 ? 'Anexo:' : 'Anexos:', ...anexos.map((each, at) => `${at + 1}. ${each}`)])] : []), // prettier-ignore
    ...(said.length > 0 ? [small(said)] : []),
    ...(iniciales === null ? [] : [small([iniciales])]),
  ]
  // No copy nor initials stand alone on a page.
  return tail.map((block, at) => (at < tail.length - 1 ? { ...block, keep: true } : block))
}

function sentence(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`
}
