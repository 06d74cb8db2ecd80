import { escrita, longDate } from '@conoceles/domain'
import { enMayusculas, tablaConFirma } from '../../../../shared/documentos/institucional/papel.ts'
import type { PdfDocument } from '../../../../shared/documentos/pdf/model.ts'
import { claseEnPalabras, nombreEntero, papelDe, personaDe, representacionesBlock, type Leida } from './comun.ts'

/** The list of attendance: to be signed in the room, or as it was told once the sesión was held. */
export function toListaAsistencia(leida: Leida): PdfDocument {
  const { sesion } = leida
  const [held] = sesion.celebraciones
  const there = new Map(held?.asistencia.map(({ integranteId, presente }) => [integranteId, presente]))
  const people = sesion.integrantes.map((each) => ({ id: each.id, voto: each.voto, ...personaDe(each, leida) }))
  const titles = ['Nombre', 'Cargo', 'Derecho', ...(held ? ['Asistencia'] : [])]
  const rows = people.map(({ id, nombre, cargo, voto }) => [
    ...[nombre, cargo, voto ? 'Voz y voto' : 'Voz'],
    ...(held ? [there.get(id) ? 'Presente' : 'Ausente'] : []),
  ])
  const en = held?.registradaEn ?? sesion.historia.at(-1)?.en ?? `${sesion.fecha}T12:00:00Z`
  return papelDe(leida, { titulo: 'Lista de asistencia', en, marcas: [] }, [
    { type: 'lines', align: 'center', strong: true, lines: [nombreEntero(leida), `${longDate(sesion.fecha)}`] },
    tablaConFirma(titles, rows),
    ...representacionesBlock(leida, tablaConFirma),
    {
      ...{ type: 'lines', align: 'center', strong: true, small: true },
      lines: [enMayusculas(escrita(leida.asistencia, 'firmas', { clase: claseEnPalabras(sesion), dia: longDate(sesion.fecha) }))],
    },
  ])
}
