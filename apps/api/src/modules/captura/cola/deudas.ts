import { endOfDay, puede } from '@conoceles/domain'
import type { EntityManager } from 'typeorm'
import type { PendienteDto } from '../../registro/index.ts'
import { datosBloqueados, type Quien } from '../../../shared/act.ts'
import { countDeudas } from './deudas.queries.ts'

/** Duties of an account about observaciones and corrections, for «Lo que toca hoy». */
export async function pendientesDeudas(
  tx: EntityManager,
  { rol }: Quien,
  { hoy, zona }: { hoy: string; zona: string },
): Promise<PendienteDto[]> {
  const captura = puede(rol, 'captura.capturar')
  if (!captura && !puede(rol, 'captura.verificar')) return []
  if (await datosBloqueados(tx)) return []
  const deudas = await countDeudas(tx, hoy)
  const due = (day: string | null) => day && endOfDay(day, zona).toString()
  const all: [typeof RESPONDER, number, string | null][] = captura
    ? [
        [RESPONDER, deudas.porResponder, due(deudas.vencePrimera)],
        [CORREGIR, deudas.porCorregir, null],
      ]
    : [
        [RESOLVER, deudas.porResolver, null],
        [SEGUIR, deudas.vencidas, due(deudas.vencioPrimera)],
      ]
  return all.filter(([, cuantas]) => cuantas > 0).map(([deuda, cuantas, venceEn]) => toPendiente(deuda, { cuantas, venceEn }))
}

const RESPONDER = {
  clave: 'responder',
  uno: 'Responder una observación',
  varias: 'Responder {n} observaciones',
  enlace: '/candidaturas?estatusCaptura=observada&estatus=aprobada',
}
const CORREGIR = {
  clave: 'corregir_seccion',
  uno: 'Corregir una sección: el instituto aceptó su solicitud',
  varias: 'Corregir {n} secciones: el instituto aceptó sus solicitudes',
  enlace: '/candidaturas?estatusCaptura=en_correccion&estatus=aprobada',
}
const RESOLVER = {
  clave: 'resolver_correcciones',
  uno: 'Resolver una solicitud de corrección',
  varias: 'Resolver {n} solicitudes de corrección',
  enlace: '/revision',
}
const SEGUIR = {
  clave: 'observaciones_vencidas',
  uno: 'Dar seguimiento a una observación vencida',
  varias: 'Dar seguimiento a {n} observaciones vencidas',
  enlace: '/revision',
}

function toPendiente(
  { clave, uno, varias, enlace }: typeof RESPONDER,
  { cuantas, venceEn }: { cuantas: number; venceEn: string | null },
): PendienteDto {
  return { clave, texto: cuantas === 1 ? uno : varias.replace('{n}', cuantas.toLocaleString('es-MX')), cuantas, venceEn, enlace }
}
