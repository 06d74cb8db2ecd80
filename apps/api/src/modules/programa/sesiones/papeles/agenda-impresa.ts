import { ordenDelDia, type OrganoPack, type ProgramaPack, type PuntoDelDia } from '@conoceles/domain'
import { mesEnPalabras } from '../../../../shared/documentos/fechas.ts'
import type { PuntoDto, PuntoImpresoDto, SesionDto } from '../sesiones.dto.ts'

export type PuntoImpreso = PuntoDto & { documento: string | null }

interface Agenda {
  sesion: Pick<SesionDto, 'tipo'> & { puntos: readonly PuntoDto[] }
  organo: OrganoPack
  programa: ProgramaPack
}

/** The agenda as it is printed. */
export function agendaDe({ sesion, organo, programa }: Agenda): PuntoDelDia<PuntoImpreso>[] {
  const puntos = sesion.puntos.map((punto) => ({ ...punto, documento: documentoDe(punto, programa) }))
  return ordenDelDia(sesion.tipo, organo.papel ?? 'acta', puntos)
}

export function toAgendaDto(agenda: Agenda): PuntoImpresoDto[] {
  return agendaDe(agenda).map((each) => ({ fijo: each.fijo, titulo: each.titulo, puntoId: each.fijo === null ? each.punto.id : null }))
}

/** "el informe mensual…" of the entregable that the point approves. */
function documentoDe({ entregable }: PuntoDto, { actividades }: ProgramaPack): string | null {
  if (!entregable) return null
  const [clave, mes] = entregable.clave.split('/')
  const nombre = actividades.find((each) => each.clave === clave)?.documento?.nombre
  if (nombre === undefined) return null
  return nombre.includes('{mes}') ? nombre.replaceAll('{mes}', mes ? mesEnPalabras(mes) : '') : nombre
}
