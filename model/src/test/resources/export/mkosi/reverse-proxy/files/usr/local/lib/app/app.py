copy of files/app.py
