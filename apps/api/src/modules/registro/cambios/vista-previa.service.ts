import type { EntityManager } from 'typeorm'
import type { ProcesosService } from '../../proceso/index.ts'
import type { Deps } from '../../../shared/deps.ts'
import { advertirTras } from './advertencias.ts'
import { resolvePedido } from './pedido.ts'
import { fullName, planCambio } from './plan.ts'
import type { EfectoDto, ListEfectosDto, VistaPreviaDto } from './cambios.dto.ts'
import { readLugares, samePlace } from './cambios.queries.ts'

/** Previews an act, by the rules of the act itself. Writes nothing and locks nothing. */
export class VistaPreviaService {
  constructor(
    private readonly deps: Deps,
    private readonly procesos: ProcesosService,
  ) {}

  /** Those that do not exist are left out; those that may not be changed say why. */
  async preview(tx: EntityManager, { candidaturas, ...body }: VistaPreviaDto): Promise<ListEfectosDto> {
    const proceso = await this.procesos.confirmado(tx)
    const hoy = this.deps.clock.today().toString()
    const catalogo = { proceso, actores: await this.procesos.actores(tx), hoy }
    const pedido = await resolvePedido(tx, catalogo, body)
    const rows = await readLugares(tx, candidaturas)
    const planes = rows
      .filter(({ id }) => candidaturas.includes(id))
      .map((row) => planCambio(pedido, { row, lugar: rows.filter(samePlace(row)) }, catalogo))
    const done = planes.filter(({ razones }) => razones.length === 0)
    const tell = await advertirTras(tx, proceso, {
      quita: done.flatMap(({ quita }) => quita),
      pone: done.flatMap(({ pone }) => pone),
      postulaciones: [...new Set(planes.map(({ row }) => row.postulacionId))],
    })
    const { acto, efectosDesde } = pedido
    const elementos = planes.map(({ row, razones, efectos }): EfectoDto => {
      const { id, version, postulacionId, numero, cargo } = row
      const ventana = acto === 'sustituir' && efectosDesde ? { sustitucion: { efectosDesde, cargo } } : {}
      const permitido = razones.length === 0
      const advertencias = permitido ? tell({ postulacionId, numero, ...ventana }) : []
      return { id, nombre: fullName(row), version, permitido, razones, efectos: permitido ? efectos : [], advertencias }
    })
    return { elementos }
  }
}
