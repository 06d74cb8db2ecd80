import type { EntityManager } from 'typeorm'
import type { Asked } from '../../../database/reader.ts'
import type { ClaseInforme } from '@conoceles/domain'
import { emisorOf } from '../../intercambio/exportaciones/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { congelarAvance, type Catalogos } from './avance.ts'
import type { CongelarParts } from './congelar-parts.ts'
import type { DatosInforme } from './datos.ts'
import { congelarFinal } from './final.ts'
import { congelarFormato } from '../documento/formato.ts'
import type { Congelado, Momento } from '../momento.ts'
import { congelarMensual } from '../plan.ts'
import { congelarPlanTrabajo } from './plan-trabajo.ts'
import { readPublicado } from './publicas.queries.ts'

const DE_CADA_CLASE: Record<ClaseInforme, (tx: EntityManager, momento: Momento, parts: CongelarParts) => Promise<Congelado>> = {
  avance: congelarAvance,
  mensual: congelarMensual,
  final: congelarFinal,
  formato: congelarFormato,
  plan: congelarPlanTrabajo,
}

/** Changes when the questions do: a cut says by which it was taken. */
export const CONSULTA = 4

export interface Pedido {
  clase: ClaseInforme
  entregable: DatosInforme['entregable']
}

interface Fuentes {
  procesos: Catalogos
  clock: Clock
  lector: Asked
}

/** All that a document of this informe will be made from, read in one transaction. */
export function congelar(tx: EntityManager, pedido: Pedido, { clock, lector, ...parts }: CongelarParts & Fuentes): Promise<DatosInforme> {
  const { procesos } = parts
  return datosDe(tx, pedido, { procesos, clock, lector, cifras: (momento) => DE_CADA_CLASE[pedido.clase](tx, momento, parts) })
}

/** The same of an avance, which needs no more than the catalogues. */
export function congelarUnAvance(
  tx: EntityManager,
  entregable: Pedido['entregable'],
  { procesos, clock, lector }: Fuentes,
): Promise<DatosInforme> {
  const cifras = (momento: Momento) => congelarAvance(tx, momento, { procesos })
  return datosDe(tx, { clase: 'avance', entregable }, { procesos, clock, lector, cifras })
}

async function datosDe(
  tx: EntityManager,
  { clase, entregable }: Pedido,
  { procesos, clock, lector, cifras }: Fuentes & { cifras: (momento: Momento) => Promise<Congelado> },
): Promise<DatosInforme> {
  const proceso = await procesos.proceso(tx)
  const { corte, publicas } = await readPublicado(lector)
  const momento: Momento = {
    ...{ procesoId: proceso.id, zona: proceso.zona, clave: entregable.clave, mes: entregable.mes },
    hoy: clock.today().toString(),
    ahora: clock.now().toString({ fractionalSecondDigits: 3 }),
    corte,
    publicas,
  }
  const congelado = await cifras(momento)
  const pleno = proceso.catalogos.organos.find(({ aprueba }) => aprueba === 'pleno')
  return {
    clase,
    consulta: CONSULTA,
    emisor: emisorOf(proceso),
    entregable,
    organo: pleno?.nombre ?? proceso.institutoNombre,
    ...(pleno?.articulo && { articulo: pleno.articulo }),
    tomadoEn: momento.ahora,
    cortePublico: corte,
    ...congelado,
  }
}
