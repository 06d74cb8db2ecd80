import { CLASES_DATOS, TIPOS_VULNERACION } from '@conoceles/domain'
import type { FieldError } from '@conoceles/ui'
import type { Afectada, VulneracionDetalle, VulneracionPedida } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { fromLocalInput, toLocalInput } from '../../../shared/formularios/dates.ts'
import { missing } from '../../../shared/formularios/form-errors.ts'

/** Typed facts of a breach. */
export interface Formulario {
  tipo: string
  que: string
  causa: string
  ocurrioDesde: string
  ocurrioHasta: string
  hallada: string
  halladaPor: string
  datos: string[]
  medidas: string
  recomendaciones: string
  medios: string
  candidaturas: Afectada[]
  cuentas: Afectada[]
}

export const IDS = {
  tipo: 'vulneracion-tipo',
  que: 'vulneracion-que',
  ocurrioDesde: 'vulneracion-desde',
  ocurrioHasta: 'vulneracion-hasta',
  halladaEn: 'vulneracion-hallada',
  halladaPor: 'vulneracion-por',
  candidaturas: 'afectadas-persona',
  cuentas: 'afectadas-cuenta',
}
const MINIMO = 10

export function blankFormulario(): Formulario {
  return {
    ...{ tipo: '', que: '', causa: '', ocurrioDesde: '', ocurrioHasta: '', hallada: '', halladaPor: '' },
    ...{ datos: [], medidas: '', recomendaciones: '', medios: '', candidaturas: [], cuentas: [] },
  }
}

export function toFormulario(of: VulneracionDetalle): Formulario {
  const { tipo, que, causa, ocurrioDesde, ocurrioHasta, halladaEn, halladaPor, datos, medidas, recomendaciones, medios } = of
  return {
    ...{ tipo, que, causa, halladaPor, medidas, recomendaciones, medios, datos: [...datos] },
    ...{ ocurrioDesde: ocurrioDesde ?? '', ocurrioHasta: ocurrioHasta ?? '', hallada: toLocalInput(halladaEn) },
    ...{ candidaturas: [...of.candidaturas], cuentas: [...of.cuentas] },
  }
}

export function faltasOf({ tipo, que, hallada, halladaPor }: Formulario): FieldError[] {
  return [
    ...missing(tipo, IDS.tipo, t('vulneraciones.faltaTipo')),
    ...(que.trim().length < MINIMO ? [{ id: IDS.que, text: t('derechos.faltaTexto', { campo: t('vulneraciones.que'), n: MINIMO }) }] : []),
    ...missing(hallada, IDS.halladaEn, t('vulneraciones.faltaHallada')),
    ...missing(halladaPor, IDS.halladaPor, t('vulneraciones.faltaPor')),
  ]
}

export function toPedido(values: Formulario): VulneracionPedida {
  const { que, causa, halladaPor, medidas, recomendaciones, medios } = values
  return {
    ...{ que: que.trim(), causa, halladaPor, medidas, recomendaciones, medios },
    tipo: TIPOS_VULNERACION.find((each) => each === values.tipo) ?? TIPOS_VULNERACION[0],
    ocurrioDesde: values.ocurrioDesde || null,
    ocurrioHasta: values.ocurrioHasta || null,
    halladaEn: fromLocalInput(values.hallada),
    datos: CLASES_DATOS.filter((each) => values.datos.includes(each)),
    candidaturas: values.candidaturas.map(({ id }) => id),
    cuentas: values.cuentas.map(({ id }) => id),
  }
}
