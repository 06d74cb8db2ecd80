import own from './es-MX/estadisticas.json'
import { withTexts } from './index.ts'

export const { t, tn, tWord } = withTexts(own)
