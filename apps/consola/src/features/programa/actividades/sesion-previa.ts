import type { PuntoSesion } from '../../../api-types.ts'
import { t } from '../mensajes.ts'
import { dateLong, dateTimeLong } from '../../../shared/formularios/dates.ts'

export type AprobacionPrevia = PuntoSesion['previas'][number]
type Limite = AprobacionPrevia['limites'][number]

/** Sentences on the sesión that gives a missing approval: convened, planned or none; who convenes it, and by when. */
export function sesionPrevia({ sesion, organo, convoca, antesDe, limites, confianza }: AprobacionPrevia): string[] {
  if (sesion?.convocada) return [t('porVotar.previaConvocada', { sesion: sesion.nombre, cuando: cuandoText(sesion) })]
  const state = sesion
    ? t('porVotar.previaPrevista', { sesion: sesion.nombre, cuando: cuandoText(sesion) })
    : t('porVotar.previaNinguna', { organo: organo.nombre })
  const quien = convoca === null ? t('porVotar.previaSinPresidencia') : t('porVotar.previaConvoca', { nombre: convoca })
  return [state, quien, ...plazoLines({ antesDe: sesion === null ? antesDe : null, limites, confianza })]
}

function cuandoText({ fecha, hora }: NonNullable<AprobacionPrevia['sesion']>): string {
  return hora === null ? dateLong(fecha) : `${dateLong(fecha)}, ${hora}`
}

function plazoLines({ antesDe, limites, confianza }: Pick<AprobacionPrevia, 'antesDe' | 'limites' | 'confianza'>): string[] {
  if (limites.length === 0) return [t('porVotar.previaSinPlazo')]
  const antes = antesDe === null ? [] : [t('porVotar.previaAntesDe', { fecha: dateTimeLong(antesDe) })]
  const dudoso = confianza === 'por_confirmar' ? [t('porVotar.previaPorConfirmar')] : []
  return [...antes, ...limites.map(limiteText), ...dudoso]
}

function limiteText({ tipo, horas, limite, vencido }: Limite): string {
  const values = { tipo: t(`sesiones.tipos.${tipo}`), horas, fecha: dateTimeLong(limite) }
  return t(vencido ? 'porVotar.previaVencida' : 'porVotar.previaLimite', values)
}
