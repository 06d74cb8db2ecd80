import type { OrganoPack, ReglasSesionPack } from '@conoceles/domain'
import type { Proceso } from '../../../proceso/index.ts'
import type { OrganoDto, ReglasSesionDto } from './integrantes.dto.ts'

export type OrganoQueSesiona = OrganoPack & { sesiones: ReglasSesionPack }

export function organosDe({ catalogos }: Proceso): OrganoQueSesiona[] {
  return catalogos.organos.filter((organo): organo is OrganoQueSesiona => Boolean(organo.sesiones))
}

export function organoDe(proceso: Proceso, clave: string): OrganoQueSesiona | null {
  return organosDe(proceso).find((organo) => organo.clave === clave) ?? null
}

export function toOrganoDto({ clave, nombre, aprueba, papel = 'acta', sesiones }: OrganoQueSesiona): OrganoDto {
  return { clave, nombre, aprueba, papel, reglas: toReglasDto(sesiones) }
}

export function toReglasDto({ quorum, mayoria, votoCalidad, fuente, confianza }: ReglasSesionPack): ReglasSesionDto {
  const [quorumNumerador, quorumDenominador] = quorum.masDe
  const [mayoriaNumerador, mayoriaDenominador] = mayoria.masDe
  return {
    ...{ quorumNumerador, quorumDenominador, quorumPresidencia: quorum.presidencia },
    ...{ mayoriaNumerador, mayoriaDenominador, mayoriaDe: mayoria.de, votoCalidad, fuente, confianza },
  }
}
