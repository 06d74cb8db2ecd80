import type { DesacuerdoDto, JuicioDto } from './codificaciones.dto.ts'
import type { Juicio } from './codificaciones.queries.ts'
import type { PlazaCodificacion } from './plaza.entity.ts'

/** A text on which the coders differ, as the acting account sees it: nobody is named. */
export function toDesacuerdo(
  { texto: { id }, codigos, votos, final }: Juicio,
  { texto, plazas, cuentaId }: { texto: string; plazas: readonly PlazaCodificacion[]; cuentaId: string },
): DesacuerdoDto {
  const deQuien = quienEs(plazas, cuentaId)
  return {
    ...{ id, texto, final },
    codigos: codigos.map((each): JuicioDto => ({ de: deQuien(each.cuentaId), codigo: each.codigo, razon: null })),
    votos: votos.map((each): JuicioDto => ({ de: deQuien(each.cuentaId), codigo: each.codigo, razon: each.razon })),
  }
}

function quienEs(plazas: readonly PlazaCodificacion[], cuentaId: string): (of: string) => JuicioDto['de'] {
  const codes = plazas.some((plaza) => plaza.cuentaId === cuentaId)
  return (of) => {
    if (of === cuentaId) return 'usted'
    const plaza = plazas.find((each) => each.cuentaId === of)
    if (!plaza) return 'tercera'
    if (codes) return 'la_otra'
    return plaza.numero === 1 ? 'primera' : 'segunda'
  }
}
