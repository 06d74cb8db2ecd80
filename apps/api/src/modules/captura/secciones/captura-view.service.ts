import type { EntityManager } from 'typeorm'
import { faltantesDe, seccionesDe, type Respuestas } from '@conoceles/cuestionarios'
import { esDeActorPolitico, pideMotivoDeLectura, plazoCaptura, puede, razonesContra, type MotivoLectura } from '@conoceles/domain'
import { merged } from '@conoceles/domain/typed'
import { demandAbiertos, together, type Quien } from '../../../shared/act.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import { AppError } from '../../../shared/http/errors.ts'
import type { CapturaActsServices } from './captura-acts.ts'
import type { AjenasService } from './ajenas.service.ts'
import type { CapturaDto, SeccionCapturaDto } from './captura.dto.ts'
import { findFotografia, findLeida, type Leida } from './captura.queries.ts'
import { pick, razonesDeConsentimiento, rowOf, situacionDe, type Expediente, type Lugar } from '../identidad/expediente.ts'
import { EMPTY } from '../identidad/identidad.service.ts'
import { readEnCaptura } from '../consentimientos/index.ts'
import type { LecturaIdentidadDto } from '../lecturas/lecturas.dto.ts'
import { cerradasPara, type LecturasService, type Motivo } from '../lecturas/lecturas.service.ts'
import { noteApertura } from '../revision/apertura.queries.ts'
import { NOTHING_SAID, readHistoria } from '../revision/historia.queries.ts'
import { revisionDe, type ViewContext as RevisionContext } from '../revision/view.ts'
import type { Seccion } from './seccion.entity.ts'
import type { Vigente } from '../vigentes/vigentes.ts'

interface ViewContext extends RevisionContext {
  /** Why a reviewer reads identity answers; null: she has not said so, and sees none. */
  motivo: Motivo | null
}

/** The captura of one candidatura as the console shows it. */
export class CapturaViewService {
  constructor(private readonly services: CapturaActsServices & { ajenas: AjenasService; lecturas: LecturasService }) {}

  async read(tx: EntityManager, quien: Quien, id: string): Promise<CapturaDto> {
    const motivo = pideMotivoDeLectura(quien.rol) ? await this.services.lecturas.deHoy(tx, id) : null
    return this.readFor(tx, quien, { id, motivo })
  }

  /** Reads the captura with the identity answers, for an account that gives its reason. */
  async abrir(
    tx: EntityManager,
    quien: Quien,
    { id, motivo, explicacion = null }: { id: string; motivo: MotivoLectura; explicacion?: string | null },
  ): Promise<CapturaDto> {
    return this.readFor(tx, quien, { id, motivo: this.services.lecturas.motivoOf({ motivo, explicacion }) })
  }

  private async context(tx: EntityManager, leida: Leida, { quien, motivo }: Pick<ViewContext, 'quien' | 'motivo'>): Promise<ViewContext> {
    const { captura } = leida
    return {
      quien,
      expediente: await this.services.expedientes.open(tx, leida),
      historia: captura.conHistoria ? await readHistoria(tx, captura.id) : NOTHING_SAID,
      // An account that gave no reason gets no data key.
      boveda: captura.conIdentidad ? await this.services.identidad.open(tx, captura.id) : EMPTY,
      motivo,
    }
  }

  private async readFor(tx: EntityManager, quien: Quien, { id, motivo }: { id: string; motivo: Motivo | null }): Promise<CapturaDto> {
    if (motivo) await this.services.lecturas.declarar(tx)
    const [, leida] = await together([demandAbiertos(tx), findLeida(tx, id, 'read')])
    if (!leida) throw new AppError('ruta.no_existe')
    const { captura } = leida
    const context = await this.context(tx, leida, { quien, motivo })
    const { expediente } = context
    await this.noteOpened(tx, context)
    const secciones = []
    for (const vigente of expediente.vigentes) secciones.push(...(await this.readCuestionario(tx, vigente, context)))
    return {
      candidaturaId: id,
      version: captura.version,
      cuestionarios: expediente.vigentes.map(({ row }) => ({ tipo: row.tipo, version: row.version })),
      secciones,
      lecturaIdentidad: await this.recordReading(tx, context, secciones),
      ajenas: quien.rol === 'candidata' ? await this.services.ajenas.list(tx, id) : [],
      fotografia: captura.conFotografia ? await findFotografia(tx, id, esDeActorPolitico(quien.rol) ? 'vigente' : 'enviada') : null,
      enCorreccion: enCorreccion(expediente, secciones),
      consentimiento: await readConsentimiento(tx, expediente),
      ...plazoCaptura(captura.capturaVence, expediente.state),
    }
  }

  private async noteOpened(tx: EntityManager, { quien, expediente: { captura, state } }: ViewContext): Promise<void> {
    if (!puede(quien.rol, 'captura.verificar')) return
    await noteApertura(tx, { cuenta: quien.cuentaId, candidatura: captura.id, now: toDate(state.ahora) })
  }

  /** Records a reading of identity answers by anybody but the persona: reader, day, candidatura, reason. */
  private recordReading(tx: EntityManager, context: ViewContext, secciones: SeccionCapturaDto[]): Promise<LecturaIdentidadDto> {
    const { quien, expediente, motivo } = context
    const leidas = secciones.some(
      ({ cuestionario, respuestas, verificadas }) =>
        cuestionario === 'identidad' && Object.keys({ ...respuestas, ...verificadas }).length > 0,
    )
    return this.services.lecturas.anotar(tx, quien, { candidaturaId: expediente.captura.id, motivo, leidas })
  }

  private async readCuestionario(tx: EntityManager, vigente: Vigente, context: ViewContext): Promise<SeccionCapturaDto[]> {
    const { tipo } = vigente.row
    const reservado = tipo === 'identidad' && cerradasPara(context)
    const todas = await this.answers(tx, vigente, context)
    const verificadas = tipo === 'identidad' ? await this.identidad(tx, vigente, { context, como: 'verificada' }) : null
    const own = context.quien.rol === 'candidata'
    const propias = own && tipo === 'identidad' ? await this.identidad(tx, vigente, { context, como: 'propia' }) : null
    const preguntadas = await this.preguntadas(tx, vigente, context)
    // The age of a persona is told only to accounts that may read her answers.
    const porEdad = reservado ? new Set<string>() : vigente.compiled.fueraDeEdad
    return seccionesDe(vigente.compiled).map(({ clave, titulo, campos }) => {
      const lugar: Lugar = { cuestionario: tipo, seccion: clave }
      const row = rowOf(context.expediente, lugar)
      const respuestas = pick(todas, campos)
      const razones = reasonsAgainst(context, lugar)
      return {
        cuestionario: tipo,
        clave,
        titulo,
        respuestas,
        ...stateOf(row),
        verificadas: row?.verificadaEn && !reservado ? pick(verificadas ?? row.verificadas ?? {}, campos) : null,
        sinPreguntar: campos.filter((campo) => isUnasked(context, row) || preguntadas.get(clave)?.has(campo) === false),
        porEdad: campos.filter((campo) => porEdad.has(campo)),
        propias: own ? propiasOf(row, { campos, propias }) : null,
        // Gaps of a section that nobody opened would tell about its answers.
        faltantes: reservado ? [] : faltantesDe(vigente.compiled, clave, respuestas, todas),
        ...revisionDe(context, lugar),
        editable: razones.length === 0,
        razones,
      }
    })
  }

  /** Questions as they were asked, by section, where the last validated answers belong to an earlier version. */
  private async preguntadas(tx: EntityManager, { row: rige }: Vigente, { expediente }: ViewContext) {
    const { vigentes } = this.services
    const earlier = expediente.secciones.filter(
      ({ cuestionarioId, validadasCuestionarioId: bajo }) => cuestionarioId === rige.id && bajo !== null && bajo !== rige.id,
    )
    if (earlier.length === 0) return new Map<string, ReadonlyMap<string, unknown>>()
    const versiones = new Map((await vigentes.todas(tx)).map((row) => [row.id, row]))
    return new Map(
      earlier.flatMap(({ clave, validadasCuestionarioId }) => {
        const version = versiones.get(validadasCuestionarioId ?? '')
        return version ? [[clave, vigentes.compile(version).questions] as const] : []
      }),
    )
  }

  /** The institute reads the validated answers: later drafts are the actor político's own. */
  private async answers(tx: EntityManager, vigente: Vigente, context: ViewContext): Promise<Respuestas> {
    const { quien, expediente } = context
    const own = esDeActorPolitico(quien.rol)
    if (vigente.row.tipo === 'identidad') return this.identidad(tx, vigente, { context, como: own ? 'cifrada' : 'validada' })
    const rows = expediente.secciones.filter(({ cuestionarioId }) => cuestionarioId === vigente.row.id)
    return merged(rows.map(({ respuestas, validadas }) => (own ? respuestas : validadas) ?? {}))
  }

  private async identidad(
    tx: EntityManager,
    vigente: Vigente,
    { context, como }: { context: ViewContext; como: 'cifrada' | 'propia' | 'validada' | 'verificada' },
  ): Promise<Respuestas> {
    const pasos = await this.services.vigentes.pasosHasta(tx, vigente)
    return context.boveda({ como, pasos })
  }
}

async function readConsentimiento(tx: EntityManager, expediente: Expediente): Promise<CapturaDto['consentimiento']> {
  const { captura, consentimiento, catalogos, porRenovar } = expediente
  if (consentimiento === null) return null
  const { id: candidaturaId, verificadaEn } = captura
  const dado = await readEnCaptura(tx, { candidaturaId, verificadaEn, supuestos: catalogos.supuestos })
  return dado && { ...dado, porRenovar }
}

function reasonsAgainst({ quien, expediente }: ViewContext, lugar: Lugar): string[] {
  return [
    ...(puede(quien.rol, 'captura.capturar') ? [] : ['Su cuenta no captura.']),
    ...razonesContra('capturar', situacionDe(expediente, { cuenta: quien.cuentaId, lugar })),
    ...(lugar.cuestionario === 'identidad' ? razonesDeConsentimiento(expediente) : []),
  ]
}

/** Whether nothing of a section was sent yet, of somebody who sent the rest: a version added it, and it waits or is being written. */
function isUnasked({ quien, expediente }: ViewContext, row: Seccion | undefined): boolean {
  if (row?.versionValidada === 0) return true
  return !esDeActorPolitico(quien.rol) && (row?.versionValidada ?? null) === null && wasSent(expediente)
}

/** Sent once, and back with the actor político: since when, as far as it is known. */
function enCorreccion(expediente: Expediente, secciones: readonly SeccionCapturaDto[]): CapturaDto['enCorreccion'] {
  const { estatusCaptura } = expediente.captura
  if (!wasSent(expediente) || !BACK.includes(estatusCaptura)) return null
  const since = secciones.flatMap(({ abiertaDesde }) => abiertaDesde ?? []).sort()
  return { desde: since[0] ?? null }
}

const BACK: readonly string[] = ['en_captura', 'completa', 'en_correccion', 'observada']

function wasSent({ secciones }: Expediente): boolean {
  return secciones.some(({ versionValidada }) => versionValidada !== null)
}

/** Text of the persona before others changed it. */
function propiasOf(
  row: Seccion | undefined,
  { campos, propias }: { campos: readonly string[]; propias: Respuestas | null },
): SeccionCapturaDto['propias'] {
  return row?.propiasEn ? { respuestas: pick(propias ?? row.propias ?? {}, campos), guardadaEn: toIso(row.propiasEn) } : null
}

function stateOf(row: Seccion | undefined): Pick<SeccionCapturaDto, 'estatus' | 'version' | 'guardadaEn' | 'extemporanea'> {
  if (!row) return { estatus: 'vacia', version: 0, guardadaEn: null, extemporanea: false }
  return { estatus: row.estatus, version: row.version, guardadaEn: toIso(row.guardadaEn), extemporanea: row.extemporanea }
}
