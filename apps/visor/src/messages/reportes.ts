import own from './es-MX/reportes.json'
import { withTexts } from './index.ts'

export const { t } = withTexts(own)
