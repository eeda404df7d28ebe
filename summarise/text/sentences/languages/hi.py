"""Hindi, Marathi and Nepali: see :mod:`summarise.text.sentences.languages`."""

JOINING = """
कु डॉ पं प्रो श्री श्रीमती सुश्री सौ स्व
"""

BEFORE_NUMBERS = """
अनु पृ सं
"""
