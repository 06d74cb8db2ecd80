import { ordenDelDia, type OrganoPack, type Plantilla, type PuntoDelDia } from '@conoceles/domain'
import type { PuntoDto, PuntoImpresoDto, SesionDto } from '../sesiones.dto.ts'

interface Agenda {
  sesion: Pick<SesionDto, 'tipo'> & { puntos: readonly PuntoDto[] }
  organo: OrganoPack
  /** Its sentences. */
  ordenDelDia: Plantilla<'orden_del_dia'>
}

/** The agenda as it is printed. */
export function agendaDe({ sesion, organo, ordenDelDia: plantilla }: Agenda): PuntoDelDia<PuntoDto>[] {
  return ordenDelDia({ tipo: sesion.tipo, papel: organo.papel ?? 'acta', textos: plantilla.textos }, sesion.puntos)
}

export function toAgendaDto(agenda: Agenda): PuntoImpresoDto[] {
  return agendaDe(agenda).map(({ fijo, titulo, punto }) => ({ fijo, titulo, puntoId: punto?.id ?? null }))
}
