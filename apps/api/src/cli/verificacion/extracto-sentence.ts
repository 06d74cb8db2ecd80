import { tramo } from './faltantes.ts'
import type { BitacoraReport } from './verify-bitacora.ts'

/** The verdict on an extract that contradicts nothing: the last entry that is vouched for, and the entries after it. */
export function sentenceOfExtracto({ actos, anclado, descargado, despues }: BitacoraReport, place: string): string {
  const lines = [
    despues === null ? wholeOf(actos, anclado) : olderOf(actos, anclado, despues),
    ...(descargado === null ? [sinCierre(despues)] : [`Se descargó el ${enMexico(descargado)}.`]),
    ...(anclado < actos ? [sinFirma(tramo(anclado + 1, actos), { place, older: despues !== null })] : []),
  ]
  return lines.filter((line) => line !== '').join('\n')
}

type Despues = NonNullable<BitacoraReport['despues']>

function wholeOf(actos: number, anclado: number): string {
  return `Todo coincide: ${actos} actos encadenados. Lo firmado llega hasta el acto ${anclado}.`
}

function olderOf(actos: number, anclado: number, { n, firmante }: Despues): string {
  const more = `después hay más: ${firmante} firmó que ya había ${n} actos`
  if (anclado === 0) return `Los ${actos} actos se encadenan, y nada firmado los contradice. Ninguna firma cae en ellos; ${more}.`
  return `Íntegro hasta el acto ${anclado}; ${more}.`
}

function sinFirma(actos: string, { place, older }: { place: string; older: boolean }): string {
  const how = older ? 'ninguna firma posterior de las publicadas cae en ellos' : 'no se sabe por fuera hasta que los firme'
  return `Si el sistema tiene ${actos}: ${how}; en su servidor lo dice «npm run verificar -- ${place} base».`
}

function sinCierre(despues: Despues | null): string {
  if (despues === null) return 'No termina con el acto de su descarga: es de una versión anterior, o se le quitó el final.'
  return `No termina con el acto de su descarga: es de una versión anterior, o se le quitó el final. Si se descargó después de que firmara ${despues.firmante}, le falta.`
}

/** As people of the institute say an instant. */
function enMexico(instant: string): string {
  const at = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeStyle: 'short', hourCycle: 'h23', timeZone: 'America/Mexico_City' })
  return at.format(new Date(instant))
}
