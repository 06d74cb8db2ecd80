import type { EntityManager } from 'typeorm'
import {
  compararTraslado,
  conEdiciones,
  jornadaSiguiente,
  trasladar,
  type BorradorPack,
  type HitoTrasladado,
  type ProgramaPack,
} from '@conoceles/domain'
import { Programa } from '../actividades/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { canonical, sha256 } from '../../../shared/criptografia/canonical.ts'
import { AppError } from '../../../shared/http/errors.ts'
import { Escenario } from './escenario.entity.ts'
import type { EscenarioDto, ListEscenariosDto } from './escenarios.dto.ts'
import { toEscenario, toListado } from './vista.ts'

/** The programme of the proceso, and its origin. */
export interface Base {
  procesoId: string
  programa: ProgramaPack
  origen: BorradorPack['origen']
}

/** A scenario as it is computed: its programme, and each milestone beside that of its origin. */
export interface Abierto {
  row: Escenario
  borrador: ProgramaPack
  hitos: HitoTrasladado[]
  origenVigente: boolean
}

/** Programme of the proceso moved to another election day. Computed anew at each reading; nothing of it governs anything. */
export class EscenariosService {
  private known: Base | null = null

  constructor(private readonly services: { procesos: ProcesosService }) {}

  async list(tx: EntityManager): Promise<ListEscenariosDto> {
    const { id: procesoId, jornada } = await this.services.procesos.proceso(tx)
    const rows = await tx.find(Escenario, { where: { procesoId }, order: { cambiadoEn: 'DESC', id: 'ASC' } })
    return {
      jornada,
      propuesta: jornadaSiguiente(jornada),
      elementos: rows.filter(({ descartadoEn }) => descartadoEn === null).map(toListado),
      descartados: rows.filter(({ descartadoEn }) => descartadoEn !== null).map(toListado),
    }
  }

  async find(tx: EntityManager, id: string): Promise<EscenarioDto> {
    const { row, ...opened } = await this.open(tx, id)
    return toEscenario(row, opened)
  }

  async open(tx: EntityManager, id: string): Promise<Abierto> {
    const row = await tx.findOneBy(Escenario, { id })
    if (!row) throw new AppError('ruta.no_existe')
    return this.compute(tx, row)
  }

  async compute(tx: EntityManager, row: Escenario): Promise<Abierto> {
    const { programa, origen } = await this.base(tx)
    const { jornada, ediciones, decisiones } = row
    const moved = trasladar(programa, { de: origen.jornada, a: jornada })
    const edited = conEdiciones(moved, { reglas: ediciones, jornada })
    const hitos = compararTraslado(programa, edited, decisiones)
    return { row, borrador: { borrador: toBorrador(row), ...edited }, hitos, origenVigente: origen.sha256 === row.origen.sha256 }
  }

  /** Read once: a programme does not change while it is in force. */
  async base(tx: EntityManager): Promise<Base> {
    this.known ??= await this.readBase(tx)
    return this.known
  }

  private async readBase(tx: EntityManager): Promise<Base> {
    const { id: procesoId, clave: proceso, nombre, packVersion: version, jornada } = await this.services.procesos.proceso(tx)
    const { contenido: programa } = await tx.findOneByOrFail(Programa, { procesoId })
    return { procesoId, programa, origen: { proceso, nombre, version, jornada, sha256: sha256(canonical(programa)) } }
  }
}

function toBorrador({ nombre, jornada, origen, decisiones }: Escenario): BorradorPack {
  return {
    ...{ nombre, jornada, origen },
    decisiones: decisiones.map(({ occurrence, milestone, statement, razon }) => ({ occurrence, milestone, statement, razon })),
    fuente: `Programa de trabajo de «${origen.nombre}», trasladado a otra jornada. Nadie lo ha aprobado`,
    confianza: 'por_confirmar',
  }
}
