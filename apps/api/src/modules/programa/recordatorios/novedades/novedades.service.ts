import { randomUUID } from 'node:crypto'
import { In, type EntityManager } from 'typeorm'
import { localDay } from '@conoceles/domain'
import type { CuentaCandidata, CuentaDeActor } from '../../../acceso/index.ts'
import { toDate } from '../../../../shared/clock.ts'
import type { Deps } from '../../../../shared/deps.ts'
import { toTexto } from '../carta.ts'
import type { Escrito } from '../capturas/capturas.service.ts'
import { Recordatorio } from '../recordatorio.entity.ts'
import type { Reglas } from '../situation.service.ts'
import { MarcaNovedades } from '../../novedades/index.ts'
import { toCartaNovedad } from './novedades.carta.ts'
import { listNovedades, type NovedadRow } from './novedades.queries.ts'

interface Cuentas {
  listCandidatas(candidaturas: readonly string[]): Promise<CuentaCandidata[]>
  listValidadoras(actores: readonly string[]): Promise<CuentaDeActor[]>
}

type Destino = Pick<CuentaDeActor, 'id' | 'nombre' | 'correo'>

/** News of a candidatura by mail: to the persona what was done with hers, and to her actor político that she finished. */
export class NovedadesService {
  constructor(
    private readonly deps: Deps,
    private readonly cuentas: Cuentas,
  ) {}

  /** Writes the message of each fact that nobody was told of; a fact without an account behind it is told to nobody. */
  async plan(tx: EntityManager, reglas: Reglas, now: Date): Promise<void> {
    const novedades = await listNovedades(tx, this.asked(reglas, null))
    if (novedades.length === 0) return
    const destinosOf = await this.findDestinos(tx, novedades)
    const rows = novedades.flatMap((novedad) => destinosOf(novedad).map((destino) => this.toRow(novedad, destino, { reglas, now })))
    if (rows.length > 0) await tx.createQueryBuilder().insert().into(Recordatorio).values(rows).orIgnore().execute()
  }

  /** Writes a waiting message as of now; null when its fact does not hold any more. */
  async compose(tx: EntityManager, { clave, cuentaId }: Recordatorio, reglas: Reglas): Promise<Escrito | null> {
    const [novedad] = await listNovedades(tx, this.asked(reglas, clave.slice(0, clave.lastIndexOf('|'))))
    if (!novedad) return null
    const destino = (await this.findDestinos(tx, [novedad]))(novedad).find(({ id }) => id === cuentaId)
    return destino ? { carta: this.cartaOf(novedad, destino, reglas), para: destino.correo } : null
  }

  private asked({ ahora, zona, reglas }: Reglas, una: string | null) {
    // A message under way is still true after the time in which a new one is written.
    const hours = reglas.vigenciaHoras * (una === null ? 1 : 2)
    return { ahora: toDate(ahora), hoy: localDay(ahora, zona), desde: toDate(ahora.subtract({ hours })), una, zona }
  }

  private async findDestinos(tx: EntityManager, novedades: readonly NovedadRow[]): Promise<(novedad: NovedadRow) => Destino[]> {
    const [hers, ofActor] = [novedades.filter(({ tipo }) => tipo !== 'terminada'), novedades.filter(({ tipo }) => tipo === 'terminada')]
    const candidatas = hers.length === 0 ? [] : await this.cuentas.listCandidatas(hers.map(({ candidaturaId }) => candidaturaId))
    const validadoras = ofActor.length === 0 ? [] : await this.findValidadoras(tx, ofActor)
    return ({ tipo, candidaturaId, actorId }) =>
      tipo === 'terminada'
        ? validadoras.filter((cuenta) => cuenta.actorId === actorId)
        : candidatas.filter((cuenta) => cuenta.candidaturaId === candidaturaId && cuenta.estatus === 'activa')
  }

  /** Leaves out those that want no mail, or one summary a day. */
  private async findValidadoras(tx: EntityManager, novedades: readonly NovedadRow[]): Promise<CuentaDeActor[]> {
    const quiet = await tx.find(MarcaNovedades, { where: { correo: In(['ninguno', 'resumen']) } })
    const validadoras = await this.cuentas.listValidadoras(novedades.map(({ actorId }) => actorId))
    return validadoras.filter(({ id }) => !quiet.some(({ cuentaId }) => cuentaId === id))
  }

  private cartaOf(novedad: NovedadRow, { nombre }: Destino, reglas: Reglas) {
    const hoy = localDay(reglas.ahora, reglas.zona)
    return toCartaNovedad({ novedad, reglas, publico: this.deps.config.origen, hoy }, nombre)
  }

  private toRow(novedad: NovedadRow, destino: Destino, { reglas, now }: { reglas: Reglas; now: Date }): Recordatorio {
    const carta = this.cartaOf(novedad, destino, reglas)
    const { ahora } = reglas
    return {
      ...{ id: randomUUID(), clave: `${novedad.clave}|${destino.id}`, tipo: 'novedad', cuentaId: destino.id },
      ...{ rol: novedad.tipo === 'terminada' ? 'validacion' : 'candidata', dia: localDay(ahora, reglas.zona) },
      ...{ entregable: null, milestone: null, distancia: null, asunto: carta.asunto, texto: toTexto(carta) },
      ...{ desde: toDate(ahora), caducaEn: toDate(ahora.add({ hours: reglas.reglas.vigenciaHoras })) },
      ...{ estatus: 'pendiente', intentos: 0, proximoIntento: now, aMano: false },
      ...{ tomadoPor: null, tomadoHasta: null, enviadoEn: null, falla: null },
      ...{ candidaturaId: novedad.candidaturaId, candidaturas: null, solicitudId: null, pedidoPor: null, pide: null },
    }
  }
}
