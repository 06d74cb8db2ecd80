import { cifrasAvance, type AvanceAnterior, type ConteoAvance } from './cifras-avance.ts'
import { enCifras, enPorcentaje, parteDe } from './tabla.ts'

/** One finding in each sentence, each figure with its whole. */
export function relatoAvance(conteos: readonly ConteoAvance[], anterior: AvanceAnterior | null): string[] {
  const c = cifrasAvance(conteos)
  if (c.universo === 0) return ['Al corte no hay candidaturas vigentes.']
  const con = (n: number) => `${enCifras(n)} (${enPorcentaje(parteDe(n, c.universo) ?? 0)})`
  return [
    `De las ${enCifras(c.universo)} candidaturas vigentes al corte, ${con(c.cumplen)} concluyeron la captura y ${con(c.pendientes)} están pendientes.`,
    `De las pendientes, ${enCifras(c.sinCaptura)} no han empezado, ${enCifras(c.enCaptura)} empezaron sin terminar y ${enCifras(c.conObservaciones)} tienen observaciones por atender o están en corrección.`,
    `El Instituto verificó ${con(c.verificadas)} de las candidaturas vigentes.`,
    c.vencidas === 0
      ? 'Ninguna candidatura tiene vencido su plazo sin captura completa.'
      : `Tienen vencido su plazo sin captura completa ${con(c.vencidas)} de las candidaturas vigentes.`,
    ...antesText(c.cumplen, anterior),
  ]
}

function antesText(cumplen: number, anterior: AvanceAnterior | null): string[] {
  const then = anterior?.cifras['cumplen']
  if (!anterior || then === undefined) return []
  const change = cumplen - then
  const said = change === 0 ? 'son las mismas' : `son ${enCifras(Math.abs(change))} ${change > 0 ? 'más' : 'menos'}`
  return [`Las que concluyeron la captura ${said} que en el ${anterior.nombre}.`]
}
