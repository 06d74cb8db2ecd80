import { randomUUID } from 'node:crypto'
import type { EntityManager } from 'typeorm'
import { puede, TIPOS_AVISO, type Milestone, type TipoAviso } from '@conoceles/domain'
import type { ActividadesService, ActosActividadService } from '../../programa/actividades/index.ts'
import { AvisoDocumento, AvisoPrivacidad, huellaAviso, toDocumentoAviso, toLeyAviso } from '../../captura/avisos/index.ts'
import type { ProcesosService } from '../../proceso/index.ts'
import { insertRow } from '../../../database/rows.ts'
import { act, type Quien } from '../../../shared/act.ts'
import { sha256 } from '../../../shared/criptografia/canonical.ts'
import { toDate, toIso } from '../../../shared/clock.ts'
import type { Deps } from '../../../shared/deps.ts'
import type { Documentos } from '../../../shared/documentos/documentos.ts'
import { AppError, invalid } from '../../../shared/http/errors.ts'
import type { BorradorAviso, VotoAviso } from './borrador-aviso.entity.ts'
import { PROPUESTA, type Efecto, type Pedido, type Turno } from '../borradores/index.ts'
import type { BorradoresAvisoService } from './borradores.service.ts'
import type { AvisoLeido } from './borrador-leido.ts'
import type { ActoAvisoDto, AprobarAvisoDto, VotoPosibleDto } from './avisos.dto.ts'
import { listVotos } from './votos.ts'

interface Services {
  procesos: ProcesosService
  actividades: ActividadesService
  actosActividad: ActosActividadService
  documentos: Documentos
  borradores: BorradoresAvisoService['borradores']
}

interface Preparado {
  aviso: AvisoPrivacidad
  pdf: Record<TipoAviso, Buffer>
}

/** Decisions of the organs on a version of the aviso, and its publication. */
export class AprobacionAvisoService {
  constructor(
    private readonly deps: Deps,
    private readonly services: Services,
  ) {}

  enviar(quien: Quien, pedido: Pedido): Promise<ActoAvisoDto> {
    return this.services.borradores.perform(quien, { acto: 'enviar', ...pedido }, ({ ahora }) =>
      Promise.resolve({ changes: { enviadoEn: ahora } }),
    )
  }

  comision(quien: Quien, pedido: Pedido<AprobarAvisoDto>): Promise<ActoAvisoDto> {
    return this.services.borradores.perform(quien, { acto: 'aprobar_comision', ...pedido }, async (turno) => {
      const voto = await this.votoOf(turno, pedido.body)
      const excepcion = await this.excepcionOf(turno, 'aprobar_comision', { voto, motivo: pedido.body.motivo })
      if (excepcion === PROPUESTA) return PROPUESTA
      await this.cumplir(turno, 'comision', voto)
      return { changes: { comision: toAprobado(voto, excepcion) }, detalle: { sesion: voto.sesion, punto: voto.puntoId } }
    })
  }

  /** Without its acta nobody can tell which text the Comité approved. */
  comite(quien: Quien, pedido: Pedido<AprobarAvisoDto>): Promise<ActoAvisoDto> {
    return this.services.borradores.perform(quien, { acto: 'aprobar_comite', ...pedido }, async (turno) => {
      const voto = await this.votoOf(turno, pedido.body)
      if (!voto.acta) throw invalid('puntoId', 'Esa sesión todavía no tiene su acta: agréguela en su página y vuelva.')
      if (turno.borrador.comision && voto.fecha < turno.borrador.comision.fecha) {
        throw invalid('puntoId', 'Ese voto es anterior al de la Comisión.')
      }
      const excepcion = await this.excepcionOf(turno, 'aprobar_comite', { voto, motivo: pedido.body.motivo })
      if (excepcion === PROPUESTA) return PROPUESTA
      await this.cumplir(turno, 'comite', voto)
      return {
        changes: { comite: toAprobado(voto, excepcion) },
        detalle: { sesion: voto.sesion, punto: voto.puntoId, acta: voto.acta.sha256 },
      }
    })
  }

  /** Its printed forms are made before anything is locked: that takes seconds. */
  async publicar(quien: Quien, pedido: Pedido): Promise<ActoAvisoDto> {
    const preparado = await this.preparar(quien, pedido.id)
    return this.services.borradores.perform(quien, { acto: 'publicar', ...pedido }, (turno) => this.publicarIn(turno, preparado))
  }

  private async publicarIn(turno: Turno<AvisoLeido>, preparado: Preparado | null): Promise<Efecto<BorradorAviso>> {
    const { tx, borrador, base, ahora } = turno
    const aviso = preparado?.aviso
    if (!preparado || !aviso || aviso.version !== (base?.version ?? 0) + 1)
      throw new AppError('aviso.version_distinta', { actual: await this.services.borradores.detail(tx, turno.quien, borrador.id) })
    await insertRow(tx, AvisoPrivacidad, aviso)
    for (const tipo of TIPOS_AVISO) {
      const contenido = preparado.pdf[tipo]
      await tx.insert(AvisoDocumento, { avisoId: aviso.id, tipo, contenido, sha256: sha256(contenido) })
    }
    const referencia = `Aviso de privacidad, versión ${aviso.version}`
    const modifica = await this.modificaDe(turno)
    await this.evidencia(turno, { milestone: 'publicacion', ocurridoEn: toIso(ahora), referencia, documentoId: null })
    const { version, vigenteDesde, sha256: huella } = aviso
    const detalle = { aviso: version, vigenteDesde, sha256: huella, borrador: borrador.id, ...modifica }
    return { changes: { avisoId: aviso.id }, detalle }
  }

  /** The entregable that an earlier version fulfilled: this one modifies it. */
  private async modificaDe({ tx, reglas: { entregable } }: Turno<AvisoLeido>): Promise<{ modifica?: string }> {
    return entregable === null || (await this.seDebe(tx, entregable, 'publicacion')) ? {} : { modifica: entregable }
  }

  private async preparar(quien: Quien, id: string): Promise<Preparado | null> {
    const { leido, proceso } = await act(this.deps.databases, quien, async (tx) => ({
      leido: await this.services.borradores.read(tx, quien, { id }),
      proceso: await this.services.procesos.proceso(tx),
    }))
    if (leido.borrador.estatus !== 'aprobado') return null
    const now = toDate(this.deps.clock.now())
    const aviso = toAviso(leido, { hoy: this.deps.clock.today().toString(), now })
    const membrete = { instituto: proceso.institutoNombre, proceso: proceso.nombre, simulacro: proceso.simulacro, en: toIso(now) }
    const print = (tipo: TipoAviso) => this.services.documentos.pdf(toDocumentoAviso(aviso, tipo, membrete))
    return { aviso, pdf: { integral: await print('integral'), simplificado: await print('simplificado') } }
  }

  /** Whether the vote is enough by itself, or who said why it is accepted. */
  private excepcionOf(
    turno: Turno<AvisoLeido>,
    acto: 'aprobar_comision' | 'aprobar_comite',
    { voto: { sesion, puntoId, faltas }, motivo }: { voto: VotoPosibleDto; motivo: string | null | undefined },
  ): Promise<VotoAviso['excepcion'] | typeof PROPUESTA> {
    return this.services.borradores.exigir(turno, { acto, contenido: { sesion, puntoId }, faltas, motivo })
  }

  private async votoOf({ tx, borrador }: Turno<AvisoLeido>, { sesion, puntoId }: AprobarAvisoDto): Promise<VotoPosibleDto> {
    const votos = await listVotos(tx, borrador, await this.services.procesos.proceso(tx))
    const found = votos.find((voto) => voto.sesion === sesion && voto.puntoId === puntoId)
    if (!found) throw invalid('puntoId', 'No es un punto que ese órgano haya aprobado por votación en una sesión celebrada.')
    return found
  }

  private cumplir(turno: Turno<AvisoLeido>, milestone: Milestone, voto: VotoAviso): Promise<void> {
    const referencia = `${voto.organo}, ${voto.sesionNombre}`
    return this.evidencia(turno, { milestone, ocurridoEn: voto.votadoEn, referencia, documentoId: voto.acta?.documentoId ?? null })
  }

  /** Writes the evidence of the aviso's actividad while its moment is still owed: a sesión whose agenda named it fulfilled it already. */
  private async evidencia(
    { tx, quien, reglas }: Turno<AvisoLeido>,
    hecho: { milestone: Milestone; ocurridoEn: string; referencia: string; documentoId: string | null },
  ): Promise<void> {
    const clave = reglas.entregable
    if (clave === null || !puede(quien.rol, 'actividades.administrar')) return
    if (await this.seDebe(tx, clave, hecho.milestone))
      await this.services.actosActividad.cumplirIn(tx, quien, { clave, aplica: true, ...hecho })
  }

  private async seDebe(tx: EntityManager, clave: string, milestone: Milestone): Promise<boolean> {
    const [entregable] = await this.services.actividades.details(tx, [clave])
    const moments = entregable ? [...entregable.hitos, ...entregable.cadena].filter((each) => each.milestone === milestone) : []
    return moments.length > 0 && moments.every(({ cumplimiento }) => cumplimiento === null)
  }
}

function toAprobado({ faltas: _faltas, ...voto }: VotoPosibleDto, excepcion: VotoAviso['excepcion']): VotoAviso {
  return { ...voto, excepcion: excepcion ?? null }
}

/** The version that a draft becomes: in force from its day, or from today when that has passed. */
function toAviso({ borrador, base, textos, ley }: AvisoLeido, { hoy, now }: { hoy: string; now: Date }): AvisoPrivacidad {
  const { id, procesoId, finalidades, integral, simplificado, comite, vigenteDesde } = borrador
  if (!comite?.acta) throw new AppError('aviso.acto_no_permitido')
  const { organo, fecha, sesionNombre, acta } = comite
  return {
    ...{ id: randomUUID(), procesoId, version: (base?.version ?? 0) + 1, ...textos, sha256: huellaAviso(textos), finalidades },
    vigenteDesde: vigenteDesde !== null && vigenteDesde > hoy ? vigenteDesde : hoy,
    aprobacion: {
      organo,
      fecha,
      acta: acta.nombre,
      confianza: 'alta',
      sesion: sesionNombre,
      actaFecha: acta.fecha,
      actaSha256: acta.sha256,
    },
    plantilla: { integral, simplificado },
    ley: ley && toLeyAviso(ley),
    borradorId: id,
    publicadoEn: now,
  }
}
