import { plainKey } from '../../base/text.ts'
import { ELECCIONES_CONSENTIMIENTO, type EleccionConsentimiento } from '../../captura/consentimiento.ts'
import type { Finalidad, TipoAviso } from './pack.ts'

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

/** The purposes as the text of an aviso tells them: a table in the integral, a list in the simplificado. */
export function finalidadesEnTexto(finalidades: readonly Finalidad[], tipo: TipoAviso): string {
  if (tipo === 'simplificado') return finalidades.map((each) => `- ${oneLine(each.texto)}: ${needOf(each)}`).join('\n')
  const rows = finalidades.map((each) => `| ${cell(each.texto)} | ${cell(needOf(each))} |`)
  return ['| Finalidad | ¿Necesita su consentimiento? |', '|---|---|', ...rows].join('\n')
}

function needOf({ decision, detalle }: Finalidad): string {
  const need = decision === null ? 'No.' : '**Sí, expreso y por escrito.**'
  return [need, oneLine(detalle)].filter((part) => part !== '').join(' ')
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

function cell(text: string): string {
  return oneLine(text).replaceAll('|', '/')
}
