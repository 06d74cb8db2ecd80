import type { EntityManager } from 'typeorm'
import { patronesDe } from '@conoceles/cuestionarios'
import { ACTOS_BORRADOR, ACTOS_QUE_ALCANZAN, razonesContraActoBorrador, VIDA_BORRADOR, type ActoBorrador } from '@conoceles/domain'
import { Cuestionario, type CuestionariosVigentes } from '../../captura/index.ts'
import { datosBloqueados, type Quien } from '../../../shared/act.ts'
import type { Deps } from '../../../shared/deps.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import { Borradores, PROPUESTA, type BorradoresServices, type Clase, type Pedido, type Alrededor as DelMotor } from '../borradores/index.ts'
import { aprobacionDe, findAprobador } from './aprobacion.ts'
import { Borrador } from './borrador.entity.ts'
import { findDesdeActivado } from './deshacer.queries.ts'
import { cargosDe, examinar, formaInvalida, type Alrededor } from './examen.ts'
import { toBorrador, toBorradorCompleto, toVersion, toVersionCompleta, type Leido } from './borrador-leido.ts'
import type { Patrones } from './patrones.ts'
import { FORMA, REGISTRO, SIN_APROBAR, SIN_PROPUESTA, VACIO } from './registro.ts'
import { isTraslados } from './traslado/traslados.ts'
import { findAcuerdo } from './versiones.queries.ts'
import type {
  ActoBorradorDto,
  AprobarBorradorDto,
  BorradorCompletoDto,
  CrearBorradorDto,
  GuardarBorradorDto,
  ListVersionesDto,
  VersionCompletaDto,
} from './versiones.dto.ts'

export interface VersionesServices extends BorradoresServices {
  vigentes: CuestionariosVigentes
  /** Fields that the policy of publication in force lets out. */
  publicas(tx: EntityManager): Promise<string[]>
}

/** Rest of the answer to an act: whom an activation reached. */
export type Alcanzado = Pick<ActoBorradorDto, 'alcance'>

/** Versions of the cuestionarios and their drafts. */
export class BorradoresService {
  readonly borradores: Borradores<Borrador, Leido, BorradorCompletoDto, Alcanzado>

  constructor(
    private readonly deps: Deps,
    private readonly services: VersionesServices & { patrones: Patrones },
  ) {
    this.borradores = new Borradores(services, this.clase())
  }

  async list(tx: EntityManager): Promise<ListVersionesDto> {
    const cuestionarios = await this.services.vigentes.todas(tx)
    const cargos = await this.cargos(tx)
    const versiones = []
    for (const row of cuestionarios) {
      versiones.push(toVersion(row, { rige: this.rigeEn(cuestionarios, row, cargos), acuerdo: await findAcuerdo(tx, row.acuerdoId) }))
    }
    const borradores = []
    for (const row of await this.borradores.filas(tx)) {
      borradores.push(toBorrador(row, await findAcuerdo(tx, row.acuerdoId)))
    }
    return { versiones, borradores }
  }

  async version(tx: EntityManager, id: string): Promise<VersionCompletaDto> {
    const cuestionarios = await this.services.vigentes.todas(tx)
    const row = cuestionarios.find((each) => each.id === id)
    if (!row) throw new AppError('ruta.no_existe')
    const rige = this.rigeEn(cuestionarios, row, await this.cargos(tx))
    return toVersionCompleta(row, { rige, acuerdo: await findAcuerdo(tx, row.acuerdoId) })
  }

  crear(quien: Quien, { tipo, desdeId }: CrearBorradorDto, clave: string | null): Promise<ActoBorradorDto> {
    return this.borradores.crear(quien, {
      acto: 'borrador.creado',
      clave,
      contenido: { tipo, desdeId },
      fila: async (tx, comun) => {
        const from = desdeId === null ? VACIO[tipo] : await this.findDesde(tx, { id: desdeId, tipo })
        const { titulo, cargos, schema, uischema } = from
        const written = { tipo, titulo, cargos, schema, uischema, traslados: {} }
        const undecided = { ...SIN_APROBAR, ...SIN_PROPUESTA, activadoPor: null }
        return { fila: { ...comun, ...written, ...undecided }, detalle: { tipo, desde: desdeId } }
      },
    })
  }

  async guardar(quien: Quien, pedido: Pedido<GuardarBorradorDto>): Promise<ActoBorradorDto> {
    const { titulo, schema, uischema, traslados } = pedido.body
    const wrong = formaInvalida({ schema, uischema })
    if (wrong.length > 0) throw new AppError('borrador.forma_invalida', { errors: wrong.map((field) => ({ field, reasons: [FORMA] })) })
    // It may take seconds: no row is locked yet.
    await this.services.patrones.assertRapidos(patronesDe({ schema }))
    return this.borradores.guardar(quien, { acto: 'guardar', ...pedido }, async ({ tx }) => {
      if (!isTraslados(traslados)) throw invalid('traslados', FORMA)
      return { titulo, cargos: await this.assertCargos(tx, pedido.body.cargos), schema, uischema, traslados }
    })
  }

  aprobar(quien: Quien, pedido: Pedido<AprobarBorradorDto>): Promise<ActoBorradorDto> {
    const { acuerdoId, vigenteDesde } = pedido.body
    return this.borradores.perform(quien, { acto: 'aprobar', ...pedido }, async (turno) => {
      const proceso = await this.services.procesos.proceso(turno.tx)
      const acuerdo = await findAprobador(turno.tx, proceso, pedido.body)
      const aprobacion = await aprobacionDe(turno, { ...pedido.body, proceso, borradores: this.borradores })
      if (aprobacion === PROPUESTA) return PROPUESTA
      return {
        changes: { acuerdoId, vigenteDesde, baseId: turno.alrededor.base?.row.id ?? null, aprobacion },
        detalle: { acuerdo: acuerdo.numero, vigenteDesde, punto: aprobacion.voto?.puntoId ?? null },
      }
    })
  }

  private clase(): Clase<Borrador, Leido, BorradorCompletoDto, Alcanzado> {
    return {
      entidad: Borrador,
      objeto: 'borrador',
      materia: 'cuestionario',
      familia: 'borrador',
      actos: ACTOS_BORRADOR,
      vida: VIDA_BORRADOR,
      registro: REGISTRO,
      leer: (tx, quien, borrador) => this.leer(tx, quien, borrador),
      razones: razonesDe,
      assert: assertAbiertos,
      completo: (tx, leido, mas) => this.completo(tx, leido, mas),
      dicho: ({ tipo }) => ({ tipo }),
      sinMas: { alcance: null },
    }
  }

  private async leer(tx: EntityManager, quien: Quien, borrador: Borrador): Promise<Leido> {
    const alrededor = await this.alrededor(tx, borrador)
    const examen = examinar(borrador, alrededor)
    const { base, bases } = alrededor
    const { estatus, vigenteDesde, baseId } = borrador
    const state = {
      ...{ estatus, vigenteDesde, bases: bases.length, fallas: examen.fallas.length },
      diferencias: base === null ? null : examen.diferencias.length,
      mismaBase: (base?.row.id ?? null) === baseId,
      bloqueados: await datosBloqueados(tx),
      propuestoPor: borrador.propuestoPor,
      cuentaId: quien.cuentaId,
      desdeActivado: await findDesdeActivado(tx, quien, borrador),
      hoy: this.deps.clock.today().toString(),
    }
    return { borrador, alrededor, examen, state }
  }

  private async alrededor(tx: EntityManager, borrador: Borrador): Promise<Alrededor> {
    const { grupos } = (await this.services.procesos.proceso(tx)).catalogos
    if (borrador.estatus === 'activado') return { bases: [], base: null, grupos }
    const cuestionarios = (await this.services.vigentes.todas(tx)).filter(({ tipo }) => tipo === borrador.tipo)
    const governing = cargosDe(borrador, await this.cargos(tx)).map(
      (cargo) => this.services.vigentes.rigenDe(cuestionarios, cargo)[0] ?? null,
    )
    const bases = [...new Set(governing.map((row) => row?.id ?? null))]
    const row = bases.length === 1 ? (governing[0] ?? null) : null
    return { bases, base: row && { row, compiled: this.services.vigentes.compile(row) }, grupos }
  }

  private async completo(tx: EntityManager, leido: Leido, mas: DelMotor): Promise<BorradorCompletoDto> {
    const base = leido.alrededor.base && (await this.version(tx, leido.alrededor.base.row.id))
    const acuerdo = await findAcuerdo(tx, leido.borrador.acuerdoId)
    return toBorradorCompleto(leido, { acuerdo, base, ...mas, publicas: await this.services.publicas(tx) })
  }

  private async findDesde(tx: EntityManager, { id, tipo }: Pick<Cuestionario, 'id' | 'tipo'>): Promise<Cuestionario> {
    const row = await tx.findOneBy(Cuestionario, { id, tipo })
    if (!row) throw invalid('desdeId', 'No hay una versión así de ese cuestionario.')
    return row
  }

  private async assertCargos(tx: EntityManager, cargos: string[] | null): Promise<string[] | null> {
    if (cargos === null) return null
    const known = await this.cargos(tx)
    if (cargos.length === 0 || cargos.some((clave) => !known.includes(clave))) throw invalid('cargos', 'Elija cargos del proceso, o todos.')
    return known.filter((clave) => cargos.includes(clave))
  }

  private rigeEn(all: readonly Cuestionario[], row: Cuestionario, cargos: readonly string[]): string[] {
    return cargos.filter((cargo) => this.services.vigentes.rigenDe(all, cargo).some(({ id }) => id === row.id))
  }

  private async cargos(tx: EntityManager): Promise<string[]> {
    return (await this.services.procesos.cargos(tx)).map(({ clave }) => clave)
  }
}

function razonesDe({ state }: Leido, acto: ActoBorrador): string[] {
  return razonesContraActoBorrador(state, acto)
}

function assertAbiertos({ state }: Leido, acto: ActoBorrador): void {
  if (state.bloqueados && ACTOS_QUE_ALCANZAN.includes(acto)) throw new AppError('datos.bloqueados')
}
