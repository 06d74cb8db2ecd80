import type { EstadoFirmado } from './cabezas.ts'
import type { InformeExtracto } from './comparar.ts'
import { enMexico, enServidor } from './instantes.ts'
import { tramo } from './tramo.ts'

/**
 * The verdict on an extract that contradicts nothing: the last entry that is vouched for, and the entries after it.
 * @param place name of the file, as the command takes it.
 */
export function sentenceOfExtracto(informe: InformeExtracto, place: string): string {
  const { actos, anclado, descargado, despues } = informe
  const hasta = anclado === 0 ? '' : actoFechado(informe)
  const lines = [
    despues === null ? wholeOf({ actos, anclado }, hasta) : olderOf({ actos, hasta }, despues),
    ...(descargado === null ? [sinCierre(despues)] : [`Se descargó el ${enServidor(descargado)}.`]),
    ...(anclado < actos ? [sinFirma(tramo(anclado + 1, actos), { place, older: despues !== null })] : []),
  ]
  return lines.join('\n')
}

function actoFechado({ anclado, ancladoEn }: InformeExtracto): string {
  return ancladoEn === null ? `el acto ${anclado}` : `el acto ${anclado} (${enMexico(ancladoEn)})`
}

/** Acts after the last signature agree among themselves alone: somebody who wrote them again would chain them, too. */
function wholeOf({ actos, anclado }: Pick<InformeExtracto, 'actos' | 'anclado'>, hasta: string): string {
  if (hasta === '') return `${actos} actos encadenados. Ninguna firma cae en ellos.`
  if (anclado === actos) return `Todo coincide: ${actos} actos encadenados. Lo firmado llega hasta ${hasta}.`
  return `Coincide hasta ${hasta}. De ahí en adelante (${tramo(anclado + 1, actos)}) los actos se encadenan, y ninguna firma los cubre todavía.`
}

function olderOf({ actos, hasta }: { actos: number; hasta: string }, { n, firmante }: EstadoFirmado): string {
  const more = `después hay más: ${firmante} firmó que ya había ${n} actos`
  if (hasta === '') return `Los ${actos} actos se encadenan, y nada firmado los contradice. Ninguna firma cae en ellos; ${more}.`
  return `Íntegro hasta ${hasta}; ${more}.`
}

function sinFirma(actos: string, { place, older }: { place: string; older: boolean }): string {
  const how = older ? 'ninguna firma posterior de las publicadas cae en ellos' : 'no se sabe por fuera hasta que los firme'
  return `Si el sistema tiene ${actos}: ${how}; en su servidor lo dice «npm run verificar -- ${place} base».`
}

function sinCierre(despues: EstadoFirmado | null): string {
  if (despues === null) return 'No termina con el acto de su descarga: es de una versión anterior, o se le quitó el final.'
  return `No termina con el acto de su descarga: es de una versión anterior, o se le quitó el final. Si se descargó después de que firmara ${despues.firmante}, le falta.`
}
