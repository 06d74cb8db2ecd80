import type { Config } from '../../config.ts'
import { aviso, bien, falla, type Hallazgo } from './hallazgo.ts'

type Ajustes = Pick<
  Config,
  'modo' | 'correo' | 'correoTls' | 'origen' | 'origenConsola' | 'operacion' | 'contactoSeguridad' | 'proxy' | 'visor' | 'consola'
>

/** Settings that are read without a fault and still do not serve a real proceso. */
export function reviewSettings(config: Ajustes): Hallazgo[] {
  const found = [...reviewApps(config), ...(config.modo === 'produccion' ? [...reviewSafety(config), ...reviewWatch(config)] : [])]
  return found.length > 0 ? found : [bien('Ajustes', `Se leyeron sin faltas; el modo es «${config.modo}».`)]
}

function reviewApps({ visor, consola }: Ajustes): Hallazgo[] {
  const absent = [visor === null && 'el visor', consola === null && 'la consola'].filter((name) => name !== false)
  if (absent.length === 0) return []
  return [falla('Páginas', `No está construido: ${absent.join(' y ')}.`, 'npm run build, o corrija VISOR y CONSOLA.')]
}

function reviewSafety({ correo, correoTls, origen, origenConsola }: Ajustes): Hallazgo[] {
  const open = [...new Set([origen, origenConsola])].filter((address) => !address.startsWith('https:'))
  return [
    ...open.map((address) =>
      falla('Cifrado', `${address} no cifra: las contraseñas viajarían a la vista.`, 'Dé ORIGEN y ORIGEN_CONSOLA con https.'),
    ),
    ...(correo.url !== null && correo.remitente.endsWith('@localhost')
      ? [falla('Correo', `El remitente es «${correo.remitente}»: muchos servidores rechazan sus mensajes.`, 'Dé CORREO_REMITENTE.')]
      : []),
    ...(correo.url !== null && !correoTls.requerido
      ? [aviso('Correo', 'Los mensajes pueden salir sin cifrar.', 'Quite SMTP_TLS=opcional.')]
      : []),
  ]
}

function reviewWatch({ operacion, contactoSeguridad, proxy, origen }: Ajustes): Hallazgo[] {
  return [
    ...(operacion === null
      ? [aviso('Vigilancia', 'Ninguna máquina puede medir este proceso.', 'Dé OPERACION (docs/operacion/vigilancia.md).')]
      : []),
    ...(contactoSeguridad === null
      ? [aviso('Contacto', 'Quien halle una vulnerabilidad no sabe a quién avisar.', 'Dé CONTACTO_SEGURIDAD.')]
      : []),
    ...(proxy === null && origen.startsWith('https:')
      ? [
          aviso(
            'Proxy',
            'Detrás de un proxy, todas las personas parecerían llegar de una sola dirección, y compartirían un límite.',
            'Dé PROXY con la dirección del proxy.',
          ),
        ]
      : []),
  ]
}
