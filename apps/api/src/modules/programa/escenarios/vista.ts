import {
  factKey,
  reglaEnPalabras,
  resumirTraslado,
  trasladoEnPalabras,
  type FuenteTrasladada,
  type HitoTrasladado,
  type ReglaPlazo,
} from '@conoceles/domain'
import { toIso } from '../../../shared/clock.ts'
import type { Escenario } from './escenario.entity.ts'
import type { EscenarioDto, EscenarioListadoDto, FuenteEscenarioDto, HitoEscenarioDto, ReglaEscenarioDto } from './escenarios.dto.ts'

export function toListado({ id, nombre, jornada, version, origen, ...row }: Escenario): EscenarioListadoDto {
  return {
    ...{ id, nombre, jornada, version, origen },
    ...{ ediciones: row.ediciones.length, decisiones: row.decisiones.length },
    ...{ creadoEn: toIso(row.creadoEn), cambiadoEn: toIso(row.cambiadoEn) },
    descartadoEn: row.descartadoEn && toIso(row.descartadoEn),
  }
}

export function toEscenario(row: Escenario, { hitos, origenVigente }: { hitos: HitoTrasladado[]; origenVigente: boolean }): EscenarioDto {
  return { ...toListado(row), origenVigente, resumen: resumirTraslado(hitos), hitos: hitos.map((hito) => toHito(hito, row)) }
}

function toHito({ actividad, fuentes, conflictos, resuelto: _resuelto, ...hito }: HitoTrasladado, row: Escenario): HitoEscenarioDto {
  const key = factKey(hito.entregable, hito.milestone)
  const decision = row.decisiones.find(({ occurrence, milestone }) => factKey(occurrence, milestone) === key)
  return {
    ...hito,
    ...{ actividad: actividad.clave, numero: actividad.numero, nombre: actividad.nombre },
    fuentes: fuentes.map((fuente) => toFuente(fuente, row)),
    conflictos: conflictos.map(({ tipo, texto, statements }) => ({ tipo, texto, statements })),
    decision: decision ? { statement: decision.statement, razon: decision.razon, en: decision.en, rol: decision.rol } : null,
  }
}

function toFuente({ statement, antes, ahora, rige }: FuenteTrasladada, { ediciones }: Escenario): FuenteEscenarioDto {
  const { clave, cita, regla, traslado } = statement
  if (!traslado) throw new Error(`statement ${clave} of a draft does not say where it comes from`)
  const edicion = ediciones.find((each) => each.statement === clave)
  return {
    ...{ clave, cita, regla: toRegla(regla), dice: reglaEnPalabras(regla), decia: reglaEnPalabras(traslado.antes) },
    ...{ manera: traslado.manera, obtencion: trasladoEnPalabras(traslado, regla), antes, ahora, rige },
    edicion: edicion ? { razon: edicion.razon, en: edicion.en, rol: edicion.rol } : null,
  }
}

/** The sentence tells the start of a term, which cannot be changed. */
function toRegla(regla: ReglaPlazo): ReglaEscenarioDto {
  if (regla.tipo !== 'despues') return regla
  const { tipo, dias, tipoDias, inhabil } = regla
  return { tipo, dias, tipoDias, inhabil }
}
