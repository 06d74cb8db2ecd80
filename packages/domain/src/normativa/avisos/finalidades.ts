import { plainKey } from '../../base/text.ts'
import { ELECCIONES_CONSENTIMIENTO, type EleccionConsentimiento } from '../../captura/consentimiento.ts'
import type { Finalidad } from './pack.ts'

/**
 * Choices that have to be made again: those whose purposes differ from the ones under which they were made. Order, punctuation and case
 * change no purpose, and a purpose that needs no consent asks for none. Null: an aviso without purposes told apart, which is
 * like itself only.
 */
export function decisionesPorRenovar(antes: readonly Finalidad[] | null, despues: readonly Finalidad[] | null): EleccionConsentimiento[] {
  if (antes === null || despues === null) return [...ELECCIONES_CONSENTIMIENTO]
  return ELECCIONES_CONSENTIMIENTO.filter((decision) => saidFor(antes, decision) !== saidFor(despues, decision))
}

/** An aviso as far as consents look at it. */
export interface AvisoDeConsentimiento {
  id: string
  finalidades: readonly Finalidad[] | null
}

/** The choices made under an aviso that the one in force asks for again. */
export function porRenovarBajo(otorgado: AvisoDeConsentimiento, vigente: AvisoDeConsentimiento): EleccionConsentimiento[] {
  return otorgado.id === vigente.id ? [] : decisionesPorRenovar(otorgado.finalidades, vigente.finalidades)
}

function saidFor(finalidades: readonly Finalidad[], decision: EleccionConsentimiento): string {
  const own = finalidades.filter((each) => each.decision === decision)
  return own.map(keyOf).sort().join('\n')
}

function keyOf({ texto, detalle }: Finalidad): string {
  return `${plainKey(texto)}|${plainKey(detalle)}`
}

export interface CambioFinalidad {
  clase: 'agregada' | 'retirada' | 'cambiada'
  antes: Finalidad | null
  despues: Finalidad | null
}

/** Changes from one list of purposes to another, by clave; purposes that stay are left out. */
export function compararFinalidades(antes: readonly Finalidad[], despues: readonly Finalidad[]): CambioFinalidad[] {
  const gone = antes.filter(({ clave }) => !despues.some((each) => each.clave === clave))
  return [
    ...despues.flatMap((now): CambioFinalidad[] => {
      const before = antes.find(({ clave }) => clave === now.clave)
      if (!before) return [{ clase: 'agregada', antes: null, despues: now }]
      const same = keyOf(before) === keyOf(now) && before.decision === now.decision
      return same ? [] : [{ clase: 'cambiada', antes: before, despues: now }]
    }),
    ...gone.map((before): CambioFinalidad => ({ clase: 'retirada', antes: before, despues: null })),
  ]
}

/** The purposes as the text of an aviso tells them to its reader: those that she may refuse, then the others. */
export function finalidadesEnTexto(finalidades: readonly Finalidad[]): string {
  return [
    ...listOf('Para esto le pedimos su autorización, que es su consentimiento expreso y por escrito:', finalidades.filter(isVoluntaria)),
    ...listOf(
      'Para esto no hace falta su autorización:',
      finalidades.filter((each) => !isVoluntaria(each)),
    ),
  ].join('\n\n')
}

function isVoluntaria({ decision }: Finalidad): boolean {
  return decision !== null
}

function listOf(lead: string, finalidades: readonly Finalidad[]): string[] {
  if (finalidades.length === 0) return []
  return [lead, finalidades.map(({ texto, detalle }) => `- ${sentence(texto)} ${oneLine(detalle)}`.trimEnd()).join('\n')]
}

function sentence(text: string): string {
  const line = oneLine(text)
  return line.endsWith('.') ? line : `${line}.`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}
