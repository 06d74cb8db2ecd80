import { ordenDelDia, type OrganoPack, type PuntoDelDia } from '@conoceles/domain'
import type { PuntoDto, PuntoImpresoDto, SesionDto } from '../sesiones.dto.ts'

interface Agenda {
  sesion: Pick<SesionDto, 'tipo'> & { puntos: readonly PuntoDto[] }
  organo: OrganoPack
}

/** The agenda as it is printed. */
export function agendaDe({ sesion, organo }: Agenda): PuntoDelDia<PuntoDto>[] {
  return ordenDelDia(sesion.tipo, organo.papel ?? 'acta', sesion.puntos)
}

export function toAgendaDto(agenda: Agenda): PuntoImpresoDto[] {
  return agendaDe(agenda).map(({ fijo, titulo, punto }) => ({ fijo, titulo, puntoId: punto?.id ?? null }))
}
