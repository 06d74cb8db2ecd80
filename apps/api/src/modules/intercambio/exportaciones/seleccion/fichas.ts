import type { CompiledCuestionario, Respuestas } from '@conoceles/cuestionarios'
import type { CandidaturaDto } from '../../../registro/index.ts'
import { instanteEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PdfBlock, PdfDocument, PdfFact } from '../../../../shared/documentos/pdf/model.ts'
import { CAPTURA, ESTATUS } from '../consulta/libro.ts'
import type { Seleccion } from './libro.ts'

/** Curricular answers as the account may read them, and the questions that they answer. */
export interface Curricular {
  compiled: CompiledCuestionario | null
  /** By candidatura. */
  respuestas: ReadonlyMap<string, Respuestas>
}

/** A sheet for each candidatura, each on a page of its own. No answer of the identity cuestionario is in it. */
export function toFichas(seleccion: Seleccion, curricular: Curricular): PdfDocument {
  const { emisor, cuenta, corte, filas, elegidas } = seleccion
  const when = instanteEnPalabras(corte, emisor.zona)
  const faltan = elegidas - filas.length
  return {
    title: filas.length === 1 ? 'Ficha de una candidatura' : `Fichas de ${filas.length} candidaturas`,
    institute: emisor.instituto.nombre,
    proceso: emisor.proceso,
    foot: `${emisor.simulacro ? 'SIMULACRO · ' : ''}USO INTERNO · ${cuenta} · ${when}`,
    notice: [
      ...(emisor.simulacro ? ['SIMULACRO: todas las personas son ficticias.'] : []),
      'Para uso interno: contiene datos que todavía no son públicos. No la entregue a otras personas y destrúyala cuando no la necesite.',
      `La imprimió ${cuenta}, ${when}.`,
      ...(faltan > 0 ? [`No están ${faltan} de las elegidas: no están al alcance de la cuenta.`] : []),
    ].join(' '),
    createdAt: corte,
    orientation: 'portrait',
    blocks: filas.flatMap((fila, at): PdfBlock[] => [
      ...(at === 0 ? [] : [{ type: 'page' } as const]),
      { type: 'heading', level: 2, text: fila.nombre },
      { type: 'facts', facts: factsOf(fila, emisor.zona) },
      ...answersOf(curricular, fila.id),
    ]),
  }
}

function factsOf(fila: CandidaturaDto, zona: string): PdfFact[] {
  const { actorPolitico, partidoOrigen, avance } = fila
  const origen =
    partidoOrigen === null || partidoOrigen.clave === actorPolitico.clave ? [] : [fact('Partido de origen', partidoOrigen.nombre)]
  return [
    ...(fila.apodo === null ? [] : [fact('Sobrenombre', fila.apodo)]),
    fact('Cargo', `${fila.cargoNombre}, ${fila.lugar}`),
    fact('Candidatura', fila.calidad === 'propietaria' ? 'Propietaria' : 'Suplente'),
    fact('Fórmula', `Folio ${fila.folio}, número ${fila.numero}`),
    fact('Postula', actorPolitico.nombre),
    ...origen,
    fact('Acuerdo', fila.acuerdo.numero),
    fact('Estatus', ESTATUS[fila.estatus] ?? fila.estatus),
    fact('Captura', `${CAPTURA[fila.estatusCaptura]}: ${avance.capturadas} de ${avance.total} secciones`),
    fact('Vence la captura', fila.venceEn === null ? 'Todavía no corre' : instanteEnPalabras(fila.venceEn, zona)),
  ]
}

const fact = (label: string, text: string): PdfFact => ({ label, text })

function answersOf({ compiled, respuestas }: Curricular, id: string): PdfBlock[] {
  const own = respuestas.get(id) ?? {}
  const sections = (compiled?.secciones ?? []).flatMap(({ titulo, campos }): PdfBlock[] => {
    const facts = campos.flatMap((campo) => {
      const text = textOf(own[campo])
      return text === '' ? [] : [fact(compiled?.questions.get(campo)?.title ?? campo, text)]
    })
    return facts.length === 0 ? [] : [{ type: 'heading', level: 3, text: titulo }, ...questionsOf(facts)]
  })
  return sections.length > 0
    ? sections
    : [{ type: 'paragraph', text: 'No hay respuestas del cuestionario curricular que esta cuenta pueda leer.' }]
}

/** A long answer stands below its question; short ones stand together, each beside its own. */
function questionsOf(facts: readonly PdfFact[]): PdfBlock[] {
  const blocks: PdfBlock[] = []
  for (const each of facts) {
    const last = blocks.at(-1)
    if (each.text.length > SHORT) blocks.push({ type: 'paragraph', text: each.label, keep: true }, { type: 'paragraph', text: each.text })
    else if (last?.type === 'facts') last.facts.push(each)
    else blocks.push({ type: 'facts', facts: [each] })
  }
  return blocks
}

const SHORT = 120

function textOf(value: unknown): string {
  if (Array.isArray(value))
    return value
      .map(textOf)
      .filter((text) => text !== '')
      .join('; ')
  if (typeof value === 'boolean') return value ? 'Sí' : 'No'
  if (typeof value === 'number') return String(value)
  if (typeof value !== 'string') return ''
  return value === 'prefiero_no_contestar' ? 'Prefiero no contestar' : value
}
