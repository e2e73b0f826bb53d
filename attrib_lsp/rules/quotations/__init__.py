"""Quotations: marks, speakers, and lead-ins that say more than the words quoted."""
