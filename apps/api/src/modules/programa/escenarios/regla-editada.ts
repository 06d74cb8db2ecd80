import { razonesContraRegla, type ProgramaPack, type ReglaPlazo } from '@conoceles/domain'
import { AppError } from '../../../shared/http/errors.ts'
import type { ReglaEscenarioDto } from './escenarios.dto.ts'

/** Reads a rule that a person wrote for a statement; missing or impossible parts are errors of their field. */
export function reglaEditada({ actividades }: ProgramaPack, statement: string, dto: ReglaEscenarioDto): ReglaPlazo {
  const actividad = actividades.find(({ statements }) => statements.some(({ clave }) => clave === statement))
  const antes = actividad?.statements.find(({ clave }) => clave === statement)?.regla
  if (!actividad || !antes) throw new AppError('ruta.no_existe')
  const regla = toRegla(dto, antes)
  const reasons = razonesContraRegla(actividad, antes, regla)
  if (reasons.length > 0) throw invalid('regla', reasons)
  return regla
}

function toRegla({ tipo, dias, tipoDias, inhabil, dia, ...days }: ReglaEscenarioDto, antes: ReglaPlazo): ReglaPlazo {
  switch (tipo) {
    case 'fecha':
      return { tipo, fecha: given('fecha', days.fecha) }
    case 'ventana':
      return { tipo, inicio: given('inicio', days.inicio), fin: given('fin', days.fin) }
    case 'dia_del_mes_siguiente':
      return { tipo, dia: given('dia', dia) }
    case 'ultimo_dia_del_mes':
      return { tipo }
    default: {
      if (antes.tipo !== 'despues') throw invalid('regla.tipo', ['Un plazo sólo puede contar de lo que ya contaba.'])
      const terms = { dias: given('dias', dias), tipoDias: given('tipoDias', tipoDias), inhabil: given('inhabil', inhabil) }
      return { tipo, de: antes.de, ...terms }
    }
  }
}

function given<T>(field: string, value: T | undefined): T {
  if (value === undefined) throw invalid(`regla.${field}`, ['Falta.'])
  return value
}

function invalid(field: string, reasons: string[]): AppError {
  return new AppError('entrada.invalida', { errors: [{ field, reasons }] })
}
