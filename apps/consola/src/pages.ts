import { ACCESO } from './features/acceso/pages.ts'
import { BITACORA } from './features/bitacora/pages.ts'
import { CAPTURA } from './features/captura/pages.ts'
import { DERECHOS } from './features/derechos/pages.ts'
import { HOY } from './features/hoy/pages.ts'
import { INFORMES } from './features/informes/pages.ts'
import { INTERCAMBIO } from './features/intercambio/pages.ts'
import { NORMATIVA } from './features/normativa/pages.ts'
import { NOVEDADES } from './features/novedades/pages.ts'
import { PROCESO } from './features/proceso/pages.ts'
import { PROGRAMA } from './features/programa/pages.ts'
import { PUBLICACION } from './features/publicacion/pages.ts'
import { REGISTRO } from './features/registro/pages.ts'
import type { Page } from './page.ts'

export const PAGES: Page[] = [
  ...HOY,
  ...NOVEDADES,
  ...REGISTRO,
  ...CAPTURA,
  ...INTERCAMBIO,
  ...PROGRAMA,
  ...NORMATIVA,
  ...PUBLICACION,
  ...INFORMES,
  ...DERECHOS,
  ...BITACORA,
  ...ACCESO,
  ...PROCESO,
]
