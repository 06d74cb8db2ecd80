import { Temporal } from 'temporal-polyfill'
import { cleanLine, localDay, nombreSesion, notaDeVoto, numerosDelDia, type Milestone } from '@conoceles/domain'
import { impedimentosDe, type ActividadesService, type ActosActividadService } from '../actividades/index.ts'
import { Acuerdo, type AcuerdosService, type CorreccionesAcuerdoService } from '../../registro/index.ts'
import type { Quien } from '../../../shared/act.ts'
import { faltasDe, findAprobable, versionPreviaDe } from './agenda.ts'
import type { PuntoVotado } from './celebracion.entity.ts'
import type { Punto } from './sesion.entity.ts'
import { assertSesion, type Performing } from './sesiones.service.ts'
import type { AcuerdoVotadoDto } from './sesiones-actos.dto.ts'

export interface Aplicar {
  quien: Quien
  zona: string
  puntos: readonly PuntoVotado[]
  /** By id of their punto. */
  acuerdos: ReadonlyMap<string, AcuerdoVotadoDto>
  /** Votes told before; empty the first time. */
  antes: readonly PuntoVotado[]
  /** Why it is told anew; null the first time. */
  motivo: string | null
}

interface Services {
  actividades: ActividadesService
  actosActividad: ActosActividadService
  acuerdos: AcuerdosService
  correccionesAcuerdo: CorreccionesAcuerdoService
}

interface Approving {
  punto: Punto
  votado: PuntoVotado
  pedido: AcuerdoVotadoDto | null
  antes: PuntoVotado | null
}

/** Effects of a vote: an acuerdo with its number, and the moment of the entregable that the organ approves. */
export class AprobacionesService {
  constructor(private readonly services: Services) {}

  /** All or nothing: every reason against is told, punto by punto, before anything is written. */
  async aplicar(performing: Performing, call: Aplicar): Promise<PuntoVotado[]> {
    const all = performing.sesion.puntos.map((punto, at) => ({
      punto,
      votado: call.puntos[at] as PuntoVotado,
      pedido: call.acuerdos.get(punto.id) ?? null,
      antes: call.antes.find(({ puntoId }) => puntoId === punto.id) ?? null,
    }))
    const numeros = numerosDelDia(performing.sesion.tipo, performing.sesion.puntos)
    const reasons: string[] = []
    for (const [at, each] of all.entries()) {
      for (const reason of await this.razones(performing, each, call)) reasons.push(`Punto ${numeros[at]}: ${reason}`)
    }
    assertSesion(reasons)
    const applied: PuntoVotado[] = []
    for (const each of all) applied.push(await this.aplicarUno(performing, each, call))
    return applied
  }

  private async razones(performing: Performing, each: Approving, call: Aplicar): Promise<string[]> {
    const { votado, pedido, antes } = each
    if (antes?.resultado === 'aprobado') {
      if (votado.resultado !== 'aprobado') return this.razonesDeDeshacer(performing, each, antes)
      return isNamed(pedido, antes) ? [] : razonesDeAcuerdo(performing, each, call)
    }
    if (votado.resultado !== 'aprobado') return pedido ? ['sólo lo aprobado es un acuerdo.'] : []
    return [...(await this.razonesDeEntregable(performing, each)), ...(await razonesDeAcuerdo(performing, each, call))]
  }

  private async razonesDeEntregable({ tx, organo }: Performing, { punto }: Approving): Promise<string[]> {
    if (punto.entregable === null) return []
    const found = await findAprobable(tx, this.services.actividades, { clave: punto.entregable, aprueba: organo.aprueba })
    if (!found) return [`este órgano no aprueba ${punto.entregable}.`]
    if (!found.aprobado) return impedimentosDe(faltasDe(found))
    return [`${punto.entregable} ya consta como aprobado por este órgano. Retire el punto con su motivo, o anule antes esa evidencia.`]
  }

  /** The effects of an approval are undone by their own acts, or not at all. */
  private async razonesDeDeshacer({ tx, organo }: Performing, { punto }: Approving, before: PuntoVotado): Promise<string[]> {
    const clave = before.cumplio.length > 0 ? punto.entregable : null
    const found = clave !== null && (await findAprobable(tx, this.services.actividades, { clave, aprueba: organo.aprueba }))
    return [
      ...(before.acuerdo?.id ? [`quedó aprobado con el acuerdo ${before.acuerdo.numero}, que ya está registrado.`] : []),
      ...(found && found.aprobado ? [`con su aprobación se cumplió ${clave}; anule antes esa evidencia en el calendario.`] : []),
    ]
  }

  private async aplicarUno(performing: Performing, each: Approving, call: Aplicar): Promise<PuntoVotado> {
    const { votado, antes } = each
    if (votado.resultado !== 'aprobado') return votado
    if (antes?.resultado === 'aprobado') return this.mover(performing, { ...each, antes }, call)
    const acuerdo = await this.registrarAcuerdo(performing, each, call)
    const nota = await this.notaDe(performing, each)
    if (nota !== null) return { ...votado, acuerdo, cumplio: [], nota }
    return { ...votado, acuerdo, cumplio: await this.cumplir(performing, { ...each, votado: { ...votado, acuerdo } }, call) }
  }

  /** It stays approved; its hour and the number of its acuerdo may have been told wrongly: the acuerdo and the evidence follow them. */
  private async mover(performing: Performing, each: Approving & { antes: PuntoVotado }, call: Aplicar): Promise<PuntoVotado> {
    const { votado, pedido, antes } = each
    const acuerdo = antes.acuerdo === null ? await this.registrarAcuerdo(performing, each, call) : { ...antes.acuerdo, ...renamed(pedido) }
    const corrected = { ...votado, acuerdo, cumplio: antes.cumplio }
    const same = isSame(corrected, antes)
    if (!same || pedido?.documentoId) await this.moverAcuerdo(performing, { ...each, votado: corrected }, call)
    if (same) return corrected
    for (const milestone of antes.cumplio as Milestone[]) await this.moverEvidencia(performing, { ...each, votado: corrected, milestone }, call) // prettier-ignore
    return corrected
  }

  private async moverAcuerdo(
    { tx, sesion }: Performing,
    { votado, pedido, antes }: Approving & { antes: PuntoVotado },
    { quien, motivo }: Aplicar,
  ): Promise<void> {
    const documento = pedido?.documentoId ? { documentoId: pedido.documentoId } : null
    if (!antes.acuerdo?.id || votado.votadoEn === null) return
    const said = { numero: votado.acuerdo?.numero, aprobadoEn: votado.votadoEn, ...documento }
    await this.services.correccionesAcuerdo.corregirIn(tx, quien, {
      ...said,
      id: antes.acuerdo.id,
      motivo: motivo ?? '',
      sesion: sesion.id,
    })
  }

  /** Evidence that was annulled meanwhile, or that came from elsewhere, is none of this vote. */
  private async moverEvidencia(
    { tx, sesion, organo }: Performing,
    { punto, votado, antes, milestone }: Approving & { antes: PuntoVotado; milestone: Milestone },
    { quien, motivo }: Aplicar,
  ): Promise<void> {
    const { acuerdo, votadoEn: ocurridoEn } = votado
    if (punto.entregable === null || ocurridoEn === null) return
    const { clave, hitos, cadena } = await this.services.actividades.find(tx, punto.entregable)
    const standing = [...hitos, ...cadena].find((each) => each.milestone === milestone)?.cumplimiento
    if (!standing || !sameInstant(standing.ocurridoEn, antes.votadoEn)) return
    const referencia = acuerdo ? acuerdo.numero : `${organo.nombre}, ${nombreSesion(sesion)}`
    const hecho = { aplica: true, ocurridoEn, referencia, documentoId: standing.documentoId, motivo: motivo ?? '' }
    await this.services.actosActividad.corregirIn(tx, quien, { clave, milestone, ...hecho })
  }

  /** An acuerdo that a list brought before is the same one. */
  private async registrarAcuerdo(
    { tx, sesion }: Performing,
    { punto, votado, pedido }: Approving,
    { quien }: Aplicar,
  ): Promise<PuntoVotado['acuerdo']> {
    if (!pedido || votado.votadoEn === null) return null
    const numero = cleanLine(pedido.numero)
    const known = await tx.findOneBy(Acuerdo, { procesoId: sesion.procesoId, numero })
    const body = {
      numero,
      organo: sesion.organo,
      aprobadoEn: votado.votadoEn,
      asunto: punto.titulo,
      documentoId: pedido.documentoId ?? null,
    }
    const { id } = known ?? (await this.services.acuerdos.registrarIn(tx, quien, body))
    return { id, numero }
  }

  /** The vote on an informe approves the version that was sent before it: without one nobody can tell which text was approved. */
  private async notaDe({ tx, sesion: { procesoId } }: Performing, { punto, votado }: Approving): Promise<string | null> {
    if (punto.entregable === null) return null
    const { actividades } = this.services
    const entregable = await actividades.find(tx, punto.entregable)
    return notaDeVoto(await versionPreviaDe(tx, actividades, { procesoId, entregable }), votado.votadoEn)
  }

  private async cumplir(
    { tx, sesion, organo }: Performing,
    { punto, votado, pedido }: Approving,
    { quien }: Aplicar,
  ): Promise<Milestone[]> {
    const { entregable: clave } = punto
    const { votadoEn: ocurridoEn, acuerdo } = votado
    const found = clave === null ? null : await findAprobable(tx, this.services.actividades, { clave, aprueba: organo.aprueba })
    if (!found || ocurridoEn === null) return []
    const referencia = acuerdo ? acuerdo.numero : `${organo.nombre}, ${nombreSesion(sesion)}`
    const hecho = { aplica: true, ocurridoEn, referencia, documentoId: pedido?.documentoId ?? null }
    for (const milestone of found.cumple) {
      await this.services.actosActividad.cumplirIn(tx, quien, { clave: found.entregable.clave, milestone, ...hecho })
    }
    return found.cumple
  }
}

/** Whether the acuerdo that is asked for is the one that it has. */
function isNamed(pedido: AcuerdoVotadoDto | null, { acuerdo }: PuntoVotado): boolean {
  return pedido === null || cleanLine(pedido.numero) === acuerdo?.numero
}

/** The same hour, and the same acuerdo. */
function isSame(one: PuntoVotado, other: PuntoVotado): boolean {
  return sameInstant(one.votadoEn, other.votadoEn) && one.acuerdo?.numero === other.acuerdo?.numero
}

function renamed(pedido: AcuerdoVotadoDto | null): { numero?: string } {
  return pedido === null ? {} : { numero: cleanLine(pedido.numero) }
}

async function razonesDeAcuerdo({ tx, sesion }: Performing, { votado, pedido }: Approving, { zona, acuerdos }: Aplicar): Promise<string[]> {
  if (!pedido || votado.votadoEn === null) return []
  const numero = cleanLine(pedido.numero)
  const repeated = [...acuerdos.values()].filter((each) => cleanLine(each.numero) === numero).length > 1
  const known = await tx.findOneBy(Acuerdo, { procesoId: sesion.procesoId, numero })
  const day = localDay(votado.votadoEn, zona)
  const other = known && (known.fecha !== day || (known.organo !== null && known.organo !== sesion.organo))
  return [
    ...(repeated ? [`dos puntos tienen el acuerdo ${numero}.`] : []),
    ...(other ? [`ya hay un acuerdo ${numero}, de otro día o de otro órgano.`] : []),
  ]
}

function sameInstant(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) === 0
}
