import type { FieldError } from '@conoceles/ui'
import type { ReglaEscenario } from '../../../api-types.ts'
import { t } from '../mensajes.ts'

/** Form of a rule: all kinds at once, as texts, so that changing the kind loses nothing. */
export interface ReglaForm {
  tipo: ReglaEscenario['tipo']
  fecha: string
  inicio: string
  fin: string
  dias: string
  tipoDias: string
  inhabil: string
  dia: string
  razon: string
}

/** A window is offered where a date was, and the other way round, with the day that is known. */
export function formOf(regla: ReglaEscenario): ReglaForm {
  const day = regla.fecha ?? regla.fin ?? ''
  const { dias, dia, ...known } = { ...BLANK, fecha: day, inicio: day, fin: day, ...regla }
  return { ...known, dias: String(dias), dia: String(dia) }
}

const BLANK = { dias: '', tipoDias: 'naturales', inhabil: 'se_mantiene', dia: '', razon: '' }

const DATED: ReglaEscenario['tipo'][] = ['fecha', 'ventana']
const MONTHLY: ReglaEscenario['tipo'][] = ['ultimo_dia_del_mes', 'dia_del_mes_siguiente']

/** Kinds of rule that the API accepts in place of another. */
export function tiposDe(tipo: ReglaEscenario['tipo'], { porEvento }: { porEvento: boolean }): ReglaEscenario['tipo'][] {
  if (porEvento) return ['despues']
  if (MONTHLY.includes(tipo)) return MONTHLY
  return tipo === 'despues' ? ['despues', ...DATED] : DATED
}

export function reglaOf(form: ReglaForm): ReglaEscenario {
  switch (form.tipo) {
    case 'fecha':
      return { tipo: form.tipo, fecha: form.fecha }
    case 'ventana':
      return { tipo: form.tipo, inicio: form.inicio, fin: form.fin }
    case 'despues':
      return {
        tipo: form.tipo,
        dias: Number(form.dias),
        tipoDias: form.tipoDias as NonNullable<ReglaEscenario['tipoDias']>,
        inhabil: form.inhabil as NonNullable<ReglaEscenario['inhabil']>,
      }
    case 'dia_del_mes_siguiente':
      return { tipo: form.tipo, dia: Number(form.dia) }
    default:
      return { tipo: form.tipo }
  }
}

const MIN_RAZON = 10

const FIELDS: Record<ReglaEscenario['tipo'], { days: (keyof ReglaForm)[]; numbers: (keyof ReglaForm)[] }> = {
  fecha: { days: ['fecha'], numbers: [] },
  ventana: { days: ['inicio', 'fin'], numbers: [] },
  despues: { days: [], numbers: ['dias'] },
  ultimo_dia_del_mes: { days: [], numbers: [] },
  dia_del_mes_siguiente: { days: [], numbers: ['dia'] },
}

/** Lists the missing values of the fields in sight; the API judges the rest. */
export function faltasDe(form: ReglaForm, id: string): FieldError[] {
  const { days, numbers } = FIELDS[form.tipo]
  return [
    ...days.filter((key) => form[key] === '').map((key) => ({ id: `${id}-${key}`, text: t('escenarios.faltaFecha') })),
    ...numbers.filter((key) => !/^\d+$/.test(form[key])).map((key) => ({ id: `${id}-${key}`, text: t('escenarios.faltaNumero') })),
    ...(form.razon.trim().length < MIN_RAZON ? [{ id: `${id}-razon`, text: t('escenarios.faltaRazon') }] : []),
  ]
}

/** Ids of the fields by their name in the API. */
export function camposDe(id: string): Record<string, string> {
  const own = ['fecha', 'inicio', 'fin', 'dias', 'tipoDias', 'inhabil', 'dia', 'tipo']
  return { ...Object.fromEntries(own.map((key) => [`regla.${key}`, `${id}-${key}`])), regla: `${id}-tipo`, razon: `${id}-razon` }
}
