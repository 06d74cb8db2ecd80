import type { Sourced } from '../../base/sourced.ts'
import { cleanLine } from '../../base/text.ts'
import { entriesOf, keysOf } from '../../base/typed.ts'
import type { OficioPack } from '../remision.ts'
import { declarada, DOCUMENTOS_PLANTILLA, type CamposDe, type DocumentoPlantilla, type ParteDe, type PartePlantilla } from './declaradas.ts'

/** Sentences of a document by its parts; a blank line parts two paragraphs. */
export type TextosPlantilla = Readonly<Record<string, string>>

/** Documents that every pack words. Those of the oficio stand beside its posts; the others have words of their own until a pack gives some. */
type DelPaquete = 'convocatoria' | 'orden_del_dia' | 'requerimiento'
type TextosConFuente = { partes: TextosPlantilla } & Sourced

/** Sentences of the documents in a pack. */
export type PlantillasPack = Record<DelPaquete, TextosConFuente> &
  Partial<Record<Exclude<DocumentoPlantilla, DelPaquete | 'oficio'>, TextosConFuente>>

/** Sentences of a document in a version: 0 is that of the pack. */
export interface Plantilla<D extends DocumentoPlantilla = DocumentoPlantilla> {
  documento: D
  version: number
  textos: TextosPlantilla
}

/** A fault of the sentences, under the part where it stands. */
export interface FaltaPlantilla {
  parte: string
  texto: string
}

/** A text with its fields filled; a field that nobody knows stays as it is, in sight. */
export function llenarPlantilla(texto: string, campos: Readonly<Record<string, string>>): string {
  return texto.replaceAll(FIELD, (whole, name: string) => campos[name] ?? whole)
}

/** Names between braces in a text. */
export function camposDePlantilla(texto: string): string[] {
  return [...texto.matchAll(FIELD)].map(([, name = '']) => name)
}

const FIELD = /\{(\w+)\}/g

/** A part as it is printed. */
export function escrita<D extends DocumentoPlantilla>(
  { textos }: Plantilla<D>,
  parte: ParteDe<D> & string,
  campos: CamposDe<D> & Readonly<Record<string, string>>,
): string {
  return llenarPlantilla(textos[parte] ?? '', campos)
}

/** Paragraphs of a text; one that a field left blank is none. */
export function parrafosDe(texto: string): string[] {
  return texto.split('\n\n').filter((parrafo) => parrafo.trim() !== '')
}

/** Paragraphs as they are kept: each one line, a blank line between two. */
export function cleanParagraphs(text: string): string {
  return text
    .split(/\r?\n\s*\n/)
    .map(cleanLine)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
}

/** Sentences of a document as the pack words them. */
export function plantillaDelPaquete<D extends DocumentoPlantilla>(
  documento: D,
  { oficio, plantillas }: { oficio: Pick<OficioPack, 'asunto' | 'parrafos'>; plantillas: PlantillasPack },
): Plantilla<D> {
  const all: Partial<Record<DocumentoPlantilla, { partes: TextosPlantilla }>> = {
    oficio: { partes: { asunto: oficio.asunto, cuerpo: oficio.parrafos.join('\n\n') } },
    ...plantillas,
  }
  return { documento, version: 0, textos: { ...textosPropios(documento), ...all[documento]?.partes } }
}

/** Words of the parts that have some without a pack. */
function textosPropios(documento: DocumentoPlantilla): Record<string, string> {
  return Object.fromEntries(
    entriesOf(declarada(documento).partes).flatMap(([parte, { texto }]) => (texto === undefined ? [] : [[parte, texto]])),
  )
}

/** Why these sentences cannot be printed, part by part; none when they can. */
export function faltasDePlantilla(documento: DocumentoPlantilla, textos: TextosPlantilla): FaltaPlantilla[] {
  const { partes, campos } = declarada(documento)
  return [
    ...keysOf(textos)
      .filter((parte) => !(parte in partes))
      .map((parte) => ({ parte, texto: 'Este documento no tiene esa parte.' })),
    ...entriesOf(partes).flatMap(([parte, rules]) => faltasDeParte(textos[parte] ?? '', rules, campos).map((texto) => ({ parte, texto }))),
  ]
}

function faltasDeParte(texto: string, { exige = [], opcional, renglon }: PartePlantilla, campos: object): string[] {
  if (texto.trim() === '') return opcional ? [] : ['Escriba el texto: esta parte no puede quedar vacía.']
  const named = camposDePlantilla(texto)
  return [
    ...againstBraces(texto),
    ...named.filter((campo) => !(campo in campos)).map((campo) => `El campo {${campo}} no existe en este documento.`),
    ...exige
      .filter((some) => !some.some((campo) => named.includes(campo)))
      .map((some) => `Falta ${some.map((campo) => `{${campo}}`).join(' o ')}.`),
    ...(renglon && texto.includes('\n') ? ['Va en un solo renglón.'] : []),
  ]
}

function againstBraces(texto: string): string[] {
  const loose = /[{}]/.exec(texto.replaceAll(FIELD, (field) => '_'.repeat(field.length)))
  return loose ? [`Hay una llave sin su pareja: «${texto.slice(loose.index, loose.index + 20)}».`] : []
}

/** Faults of the sentences of a pack, each with its file and its place. */
export function faltasDePlantillas(pack: { oficio: Pick<OficioPack, 'asunto' | 'parrafos'>; plantillas: PlantillasPack }): string[] {
  return [
    ...keysOf(pack.plantillas)
      .filter((documento) => !DOCUMENTOS_PLANTILLA.includes(documento))
      .map((documento) => `plantillas.json, ${documento}: no existe ese documento.`),
    ...DOCUMENTOS_PLANTILLA.flatMap((documento) => {
      const given = documento === 'oficio' || documento in pack.plantillas
      if (!given) return keysOf(textosPropios(documento)).length > 0 ? [] : [`plantillas.json: falta ${documento}.`]
      const file = documento === 'oficio' ? 'oficio.json' : `plantillas.json, ${documento}`
      const { textos } = plantillaDelPaquete(documento, pack)
      return faltasDePlantilla(documento, textos).map(({ parte, texto }) => `${file}, ${parte}: ${texto}`)
    }),
  ]
}
