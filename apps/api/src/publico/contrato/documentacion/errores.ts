import { ERRORS } from '../../../shared/http/errors.ts'
import { frase, html } from './html.ts'
import { pagina } from './pagina.ts'

/** Page with a section for each code, where the `type` of a problem leads. */
export function paginaErrores(): string {
  const codes = Object.entries(ERRORS)
  return pagina('Errores de la API', [
    html`<p><a href="/api/docs">Referencia de la API</a></p>
      <p>
        Cada error es un documento <code>application/problem+json</code> (RFC 9457). Su <code>type</code> lleva a la explicación de su
        <code>code</code>, en esta página.
      </p>
      <p>Decida por <code>code</code>, que no cambia, y no por la frase. Para pedir ayuda, diga el <code>requestId</code>.</p>
      <ul class="indice">
        ${codes.map(
          ([code]) =>
            html`<li>
              <a href="#${code}"><code>${code}</code></a>
            </li>`,
        )}
      </ul>`,
    ...codes.map(
      ([code, [status, sentence]]) =>
        html`<section id="${code}">
          <h3><code>${code}</code></h3>
          <p class="nota">HTTP ${status}</p>
          <p>${frase(sentence)}</p>
          <p><strong>Qué hacer.</strong> ${frase(queHacer(code, status))}</p>
        </section>`,
    ),
  ])
}

/** Remedy of a code: its own, that of its kind, or that of its status. */
export function queHacer(code: string, status: number): string {
  const [, kind = ''] = code.split('.')
  return POR_CODIGO[code] ?? POR_CLASE[kind] ?? POR_ESTATUS[status] ?? 'Corrija la petición y envíela otra vez.'
}

const POR_CODIGO: Record<string, string | undefined> = {
  'entrada.invalida': 'Corrija los campos que nombra `errors`: cada uno dice su razón.',
  'entrada.caracter_prohibido': 'Quite el carácter nulo y envíe texto UTF-8 válido.',
  'entrada.acentos_rotos': 'Guarde el texto en UTF-8 y envíelo otra vez. `errors` dice cuáles son y, si se puede, cómo eran.',
  'entrada.archivo_invalido': 'Abra el archivo con el programa que lo hizo, guárdelo de nuevo y súbalo.',
  'entrada.demasiado_grande': 'Envíe menos en cada petición, o un archivo más ligero.',
  'entrada.tipo_no_admitido': 'Envíe el `Content-Type` que declara la operación.',
  'entrada.direccion_larga': 'Acorte la dirección: use menos filtros o menos identificadores.',
  'entrada.encabezado_grande': 'Quite los encabezados y las cookies que no hacen falta.',
  'ruta.no_existe': 'Revise la dirección y el identificador. Si los tomó de una copia, el dato ya no es público: bórrelo de ella.',
  'ruta.metodo_no_admitido': 'Use uno de los métodos que nombra el encabezado `Allow`.',
  'acceso.requerido': 'Inicie sesión y envíe su token en `Authorization: Bearer`. Lo público no lo pide: está bajo `/api/v1/publico`.',
  'acceso.sin_permiso': 'Pida el acto a una cuenta que tenga ese permiso.',
  'acceso.segundo_factor_requerido': 'Repita la entrada con una de las pruebas que ofrece `segundoFactor`.',
  'acceso.factor_reciente': 'Confirme con `POST /api/v1/acceso/confirmacion` y repita la petición.',
  'candidatura.retirada': 'Bórrela de su copia.',
  'corte.por_venir': 'Pida un momento que ya haya pasado.',
  'idempotencia.contenido_distinto': 'Ponga en `Idempotency-Key` una clave nueva para cada envío distinto.',
}

/** Remedies of codes that end alike. */
const POR_CLASE: Record<string, string | undefined> = {
  version_distinta: 'Lea otra vez el registro, compare y repita el acto con su versión nueva.',
  acto_no_permitido: 'Lea otra vez el registro: su estatus dice qué se puede hacer ahora.',
  numero_repetido: 'Use otro número, o busque el registro que ya lo tiene.',
  nombre_repetido: 'Use otro nombre, o busque el registro que ya lo tiene.',
  misma_persona: 'Pida el acto a otra persona que tenga ese permiso.',
  otra_persona: 'Pida el acto a la persona a quien le toca.',
  llave_ausente: 'Avise a quien opera el sistema: repetir la petición no lo resuelve.',
}

const POR_ESTATUS: Record<number, string | undefined> = {
  401: 'Inicie sesión otra vez.',
  403: 'Haga el acto desde la página y con la cuenta que lo permiten.',
  408: 'Repita la petición desde una conexión más rápida.',
  409: 'Lea otra vez el registro antes de repetir el acto.',
  410: 'No repita la petición: esa dirección ya no contesta otra cosa.',
  422: 'Corrija lo enviado. Cuando vienen, `detail` y `errors` dicen qué.',
  429: 'Espere los segundos que dice `Retry-After` y repita la petición.',
  500: 'Repita más tarde. Si sigue, dé el `requestId` a quien opera el sistema.',
  503: 'Espere los segundos que dice `Retry-After` y repita la petición.',
}
